import { type Language, type TextVariables, hasText, translate } from './catalogue.js';

/** What a refusal says. One about a state that changed meanwhile ends with the state as it is now. */
export function refusalText(language: Language, code: string, variables: TextVariables): string {
  const labelled = labelledVariables(language, code, variables);
  const text = translate(language, code, labelled);
  if (!variables.lifecycle || code.startsWith('lifecycle.refused.')) return text;
  const { lifecycle, state } = labelled;
  return translate(language, 'errors.stateNow', { text, lifecycle, state });
}

/** A refusal carries the rule book's names; a reader is shown their labels. */
export function labelledVariables(
  language: Language,
  code: string,
  variables: TextVariables,
): TextVariables {
  const { lifecycle } = variables;
  if (!lifecycle && !code.startsWith('lifecycle.refused.')) return variables;
  const keys: Readonly<Record<string, (name: string) => string>> = {
    guard: (name) => `lifecycle.guard.${name}`,
    role: (name) => `role.${name}`,
    roles: (name) => `role.${name}`,
    lifecycle: (name) => `lifecycle.${name}.title`,
    event: (name) => `lifecycle.event.${name}`,
    state: (name) => `lifecycle.${lifecycle}.${name}`,
  };
  return Object.fromEntries(
    Object.entries(variables).map(([name, value]) => {
      const label = keys[name];
      if (!label) return [name, value];
      const labels = String(value)
        .split(' ')
        .map((one) => (hasText(label(one)) ? translate(language, label(one)) : one));
      return [name, labels.join(translate(language, 'navigation.listComma'))];
    }),
  );
}
