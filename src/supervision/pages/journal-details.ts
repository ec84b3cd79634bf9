import { hasText } from '../../text/catalogue.js';
import { formatDay, formatInstant } from '../../text/format.js';
import type { PageContext, Translate } from '../../web/page-context.js';
import type { JournalRow } from '../journal.queries.js';

/** What an entry says of its subject, in words where there are words for the codes. */
export function journalDetails(
  { details, subjectType, subjectId }: JournalRow,
  context: PageContext,
): { readonly term: string; readonly value: string }[] {
  const { t } = context;
  const open = Object.entries(details).filter(([term]) => !isScore(subjectType, term));
  const told = open.map(([term, value]) => ({
    term: textOr(t, `journal.detail.${term}`, term),
    value: detailText(value, term, subjectType, context),
  }));
  return [{ term: t('supervision.journal.subject'), value: subjectId }, ...told];
}

const OF_JUDGES: ReadonlySet<string> = new Set([
  'scoreSheet',
  'repeatSheet',
  'reReviewSheet',
  'anchorSheet',
]);
/** What a judge gave, and what a score rests on. */
const GIVEN: ReadonlySet<string> = new Set(
  'scores total findings indicator document page'.split(' '),
);

/**
 * The journal holds judges' scores so that a result can be replayed; no page shows them here, because
 * nobody reads scores before the lock. After it they stand in the working of each application.
 */
function isScore(subjectType: string, term: string): boolean {
  // The reference: whoever reads the journal may sit on a panel that has not scored the anchor yet.
  if (subjectType === 'anchor') return term === 'points';
  return OF_JUDGES.has(subjectType) && GIVEN.has(term);
}

/** The subject by the number that is printed on its papers, if it has one. */
export function journalSubject({ subjectType, details }: JournalRow, t: Translate): string {
  const number = details.receiptNumber ?? details.certificateNumber;
  const type = textOr(t, `journal.subject.${subjectType}`, subjectType);
  return typeof number === 'string' ? `${type} ${number}` : type;
}

export function textOr(t: Translate, key: string, otherwise: string): string {
  return hasText(key) ? t(key) : otherwise;
}

function detailText(
  value: unknown,
  term: string,
  subjectType: string,
  context: PageContext,
): string {
  const { t, lang } = context;
  if (value === null) return t('supervision.nobody');
  if (typeof value === 'boolean') return t(value ? 'review.figure.yes' : 'review.figure.no');
  if (Array.isArray(value)) {
    return value
      .map((one: unknown) => detailText(one, term, subjectType, context))
      .join(t('navigation.listComma'));
  }
  if (typeof value === 'object') {
    return Object.entries(value)
      .map(([name, one]) => {
        const words = detailText(one, name, subjectType, context);
        return `${textOr(t, `journal.detail.${name}`, name)} ${words}`;
      })
      .join(t('navigation.listComma'));
  }
  if (typeof value !== 'string') return JSON.stringify(value);
  if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return formatDay(lang, value);
  if (/^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/.test(value)) return formatInstant(lang, value);
  const key = codeKeys[term]?.(value, subjectType) ?? '';
  return textOr(t, key, value);
}

/** Of notices, accounts, changes of a title, and adjustments: no two call a kind the same. */
const kinds = ['awards.notice.kind', 'accounts.kind', 'awards.change.kind', 'review.adjustment'];

/** Where the words for a code stand, by the term that carries it. */
const codeKeys: Readonly<Record<string, (value: string, subjectType: string) => string>> = {
  to: (value, subjectType) => `lifecycle.${subjectType}.${value}`,
  from: (value, subjectType) => `lifecycle.${subjectType}.${value}`,
  state: (value, subjectType) => `lifecycle.${subjectType}.${value}`,
  phase: (value) => `lifecycle.programme.${value}`,
  guard: (value) => `lifecycle.guard.${value}`,
  role: (value) => `role.${value}`,
  divisionCode: (value) => `division.${value}`,
  scopeId: (value) => `division.${value}`,
  outcome: (value) => `diagnostics.outcome.${value}`,
  signalKind: (value) => `diagnostics.kind.${value}`,
  capacity: (value) => `applications.window.capacity.${value}`,
  result: (value) => `veto.result.${value}`,
  historicalNote: (value) => `programmes.historical.${value}`,
  kind: (value) => kinds.map((kind) => `${kind}.${value}`).find(hasText) ?? '',
  platform: (value) => `merchants.platform.${value}`,
};
