/** A setting that stops the start; `code` is a locale key whose sentence says what to do. */
export class ConfigError extends Error {
  constructor(
    readonly code: string,
    readonly variables: Readonly<Record<string, string | number>> = {},
  ) {
    super(`${code} ${JSON.stringify(variables)}`);
    this.name = 'ConfigError';
  }
}
