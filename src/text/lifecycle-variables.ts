import { type Language, type TextVariables, hasText, translate } from './catalogue.js';

/** The lifecycle refuses with the rule book's names; a reader is shown their labels. */
export function labelledVariables(
  language: Language,
  code: string,
  variables: TextVariables,
): TextVariables {
  if (!code.startsWith('lifecycle.refused.')) return variables;
  const { lifecycle } = variables;
  const keys: Readonly<Record<string, (name: string) => string>> = {
    guard: (name) => `lifecycle.guard.${name}`,
    role: (name) => `role.${name}`,
    roles: (name) => `role.${name}`,
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
