export type RuleErrorVariables = Readonly<Record<string, string | number>>;

/**
 * Bad input to a rule. `code` is a key of the `rules` catalogue in `locales/`, `variables` fill its
 * sentence, so that the page, the API and the command line say the same thing to the person.
 */
export class RuleError extends Error {
  constructor(
    readonly code: string,
    readonly variables: RuleErrorVariables = {},
  ) {
    super(`${code} ${JSON.stringify(variables)}`);
    this.name = 'RuleError';
  }
}
