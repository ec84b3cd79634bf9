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
    event: (name) => `lifecycle.event.${name}`,
    state: (name) => `lifecycle.${lifecycle}.${name}`,
  };
  return Object.fromEntries(
    Object.entries(variables).map(([name, value]) => {
      const key = keys[name]?.(String(value));
      return [name, key !== undefined && hasText(key) ? translate(language, key) : value];
    }),
  );
}
