import { messageText } from '../../src/notifications/letter-text.js';
import { hasText, languages } from '../../src/text/catalogue.js';
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
  if (!hasText(`message.${kind}`)) return `message.${kind} has no text`;
  for (const language of languages) {
    const empty = Object.keys(variables).find(
      (name) =>
        variables[name] === '' &&
        messageText(language, { kind, variables: { ...variables, [name]: MARK } }).includes(MARK),
    );
    if (empty) return `message.${kind} is given no ${empty}`;
    const text = messageText(language, { kind, variables });
    if (/undefined|null/.test(text)) return `message.${kind} has a hole: ${text}`;
  }
  const [page = ''] = path.split(/[?#]/);
  return pages.some((one) => one.test(page)) ? null : `message.${kind} leads to “${path}”`;
}
