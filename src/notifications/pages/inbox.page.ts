import { formatInstant } from '../../text/format.js';
import type { EmptyState } from '../../web/component-models.js';
import type { PageContext } from '../../web/page-context.js';
import type { PageFrame } from '../../web/views/page.js';
import { messageText } from '../letter-text.js';
import type { MessageRow } from '../message.queries.js';

declare module '../../web/views/page.js' {
  interface PageModels {
    'notifications/inbox': InboxPage;
  }
}

export interface InboxPage extends PageFrame {
  readonly messages: readonly {
    readonly id: string;
    readonly text: string;
    readonly href: string;
    readonly time: string;
    readonly unread: boolean;
  }[];
  readonly anyUnread: boolean;
  readonly empty: EmptyState;
  readonly previous: string | null;
  readonly next: string | null;
}

export function inboxPage(found: { rows: readonly MessageRow[]; more: boolean }, number: number) {
  return ({ t, lang }: PageContext): InboxPage => ({
    title: t('notifications.title'),
    breadcrumbs: [],
    messages: found.rows.map((row) => ({
      id: row.id,
      text: messageText(lang, row),
      href: row.path,
      time: formatInstant(lang, row.createdAt),
      unread: row.readAt === null,
    })),
    anyUnread: found.rows.some((row) => row.readAt === null),
    empty: { title: t('notifications.none'), text: t('notifications.none.text'), action: null },
    previous: number > 1 ? `/messages?page=${number - 1}` : null,
    next: found.more ? `/messages?page=${number + 1}` : null,
  });
}
