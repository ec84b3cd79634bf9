import { hasText } from '../../text/catalogue.js';
import { formatInstant } from '../../text/format.js';
import type { TableNumbers } from '../../web/component-models.js';
import type { PageContext, Translate } from '../../web/page-context.js';
import type { PageFrame } from '../../web/views/page.js';
import type { AccessRow } from '../people.queries.js';

declare module '../../web/views/page.js' {
  interface PageModels {
    'admin/access-log': AccessLogPage;
  }
}

export interface AccessLogPage extends PageFrame {
  readonly table: TableNumbers | null;
  readonly previous: string | null;
  readonly next: string | null;
}

const columns = ['time', 'person', 'action', 'object', 'result', 'address'] as const;

export function accessLogPage(
  found: { readonly rows: readonly AccessRow[]; readonly more: boolean },
  number: number,
) {
  return ({ t, lang }: PageContext): AccessLogPage => ({
    title: t('accounts.accessLog.title'),
    breadcrumbs: [
      { label: t('accounts.accessLog.journal'), href: '/supervision/journal' },
      { label: t('accounts.accessLog.title'), href: null },
    ],
    table: found.rows.length
      ? {
          id: 'access-log',
          caption: t('accounts.accessLog.title'),
          columns: columns.map((name) => ({
            label: t(`accounts.accessLog.${name}`),
            unit: null,
            numeric: false,
          })),
          rows: found.rows.map((row) => ({
            cutLine: false,
            cells: [
              formatInstant(lang, row.at),
              row.personName ?? t('accounts.accessLog.unknown'),
              label(t, `accounts.access.${row.action}`, row.action),
              objectText(row, t),
              resultText(row.result, t),
              row.address ?? '',
            ].map((text) => ({ text, href: null, numeric: false })),
          })),
          totals: null,
        }
      : null,
    previous: number > 1 ? `/admin/access-log?page=${number - 1}` : null,
    next: found.more ? `/admin/access-log?page=${number + 1}` : null,
  });
}

function objectText({ objectType, objectId }: AccessRow, t: Translate): string {
  if (!objectId) return '';
  if (objectType === 'division') return t(`division.${objectId}`);
  return `${label(t, `journal.subject.${objectType}`, objectType ?? '')} ${objectId}`;
}

function resultText(result: string, t: Translate): string {
  const [, count] = /^rows (\d+)$/.exec(result) ?? [];
  if (count) return t('accounts.access.rows', { count: Number(count) });
  return label(t, `accounts.access.result.${result}`, result);
}

function label(t: Translate, key: string, otherwise: string): string {
  return hasText(key) ? t(key) : otherwise;
}
