import { formatInstant } from '../../../text/format.js';
import { messageText } from '../../../notifications/letter-text.js';
import type { PageContext } from '../../../web/page-context.js';
import type { InboxMessage } from '../my.queries.js';

export interface InboxLine {
  readonly id: string;
  readonly text: string;
  readonly time: string;
  readonly unread: boolean;
}

/** The newest messages as the first page of a merchant shows them. */
export function inboxLines(
  messages: readonly InboxMessage[],
  { lang }: PageContext,
): readonly InboxLine[] {
  return messages.map(({ id, kind, variables, createdAt, readAt }) => ({
    id,
    text: messageText(lang, { kind, variables }),
    time: formatInstant(lang, createdAt),
    unread: readAt === null,
  }));
}
