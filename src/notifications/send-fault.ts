/**
 * `away`: the server is not to be reached or takes nothing; `later`: not this one, not now;
 * `refused`: never this one.
 */
export class SendFault extends Error {
  readonly said: string;

  constructor(
    readonly kind: 'away' | 'later' | 'refused',
    message: string,
  ) {
    super(message);
    // The queue names nobody's address.
    this.said = message
      .replace(/[^\s<>@:]+@/g, '***@')
      .replace(/\b1\d{10}\b/g, '***')
      .slice(0, 300);
  }
}
