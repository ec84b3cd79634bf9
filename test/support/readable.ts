import { messageText } from '../../src/notifications/letter-text.js';
import { type Language, type TextVariables, hasText, languages } from '../../src/text/catalogue.js';
import { goldenRoutes } from './golden-routes.js';

export interface StoredMessage {
  readonly kind: string;
  readonly variables: Readonly<Record<string, string | number>>;
  readonly path: string;
}

const MARK = '\u0001';

const pages = goldenRoutes()
  .filter(({ method }) => method === 'GET')
  .map(({ path }) => new RegExp(`^${path.replaceAll(/:\w+/g, String.raw`[\w.-]+`)}$`));

/** What keeps its reader from acting: a sentence with a hole, or a link that leads nowhere. */
export function messageFault({ kind, variables, path }: StoredMessage): string | null {
  const key = `message.${kind}`;
  if (!hasText(key)) return `${key} has no text`;
  const hole = holeIn(key, variables, (language, filled) =>
    messageText(language, { kind, variables: filled as StoredMessage['variables'] }),
  );
  if (hole) return hole;
  const [page = ''] = path.split(/[?#]/);
  return pages.some((one) => one.test(page)) ? null : `${key} leads to “${path}”`;
}

/** Of a refusal: a page fills in the name of the field, so only what the use case itself gives is asked. */
export function refusalFault(code: string, variables: TextVariables): string | null {
  // Its sentences ask for each part of it, and some guards have no number of a rule.
  if (code.startsWith('lifecycle.refused.')) return null;
  const { lifecycle, state } = variables;
  const named = [`lifecycle.${lifecycle}.title`, `lifecycle.${lifecycle}.${state}`];
  if (lifecycle !== undefined && !named.every(hasText)) {
    return `${code} knows no state ${state} of ${lifecycle}`;
  }
  const empty = Object.keys(variables).find((name) => variables[name] === '');
  return empty ? `${code} is given no ${empty}` : null;
}

function holeIn(
  key: string,
  variables: TextVariables,
  written: (language: Language, variables: TextVariables) => string,
): string | null {
  const empty = Object.keys(variables).filter((name) => variables[name] === '');
  for (const language of languages) {
    if (/undefined|null/.test(written(language, variables))) return `${key} has a hole`;
    const missed = empty.find((name) =>
      written(language, { ...variables, [name]: MARK }).includes(MARK),
    );
    if (missed) return `${key} is given no ${missed}`;
  }
  return null;
}
