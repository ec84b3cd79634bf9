import { formatDay, formatInstant } from '../../../text/format.js';
import { beijingDate } from '../../../rules/calendar/beijing-time.js';
import { reviewMarks } from '../../../rules/titles/review-findings.js';
import type { StatusTag, SummaryList } from '../../../web/component-models.js';
import type { PageContext } from '../../../web/page-context.js';
import type { RevocationRow } from '../revocations/title-revocation.queries.js';
import type { ReviewRow } from '../reviews/title-review.queries.js';
import type { WarningRow } from '../warnings/title-warning.queries.js';
import type { TitleFile } from './title-acts.js';

/** One review, warning or revocation of a title, as the office and its holder read it. */
export interface HistoryEntry {
  readonly heading: string;
  readonly status: StatusTag;
  readonly facts: SummaryList;
  /** Still under way. */
  readonly open: boolean;
}

type Line = readonly [term: string, value: string | null];

/** @param forHolder leaves out who did what in the office */
export function titleHistory(
  { reviews, warnings, revocations, today }: Omit<TitleFile, 'title'>,
  context: PageContext,
  forHolder = false,
): readonly HistoryEntry[] {
  const dated = [
    ...revocations.map(
      (row) =>
        [beijingDate(row.proposedAt), revocationEntry(row, today, context, forHolder)] as const,
    ),
    ...warnings.map((row) => [row.warnedOn, warningEntry(row, context)] as const),
    ...reviews.map((row) => [row.openedOn, reviewEntry(row, context, forHolder)] as const),
  ];
  return dated.toSorted(([a], [b]) => (a < b ? 1 : a > b ? -1 : 0)).map(([, entry]) => entry);
}

function summary(lines: readonly Line[]): SummaryList {
  return { rows: lines.flatMap(([term, value]) => (value ? [{ term, value, action: null }] : [])) };
}

function reviewEntry(row: ReviewRow, { t, lang }: PageContext, forHolder: boolean): HistoryEntry {
  const marks = reviewMarks(row);
  const mark = (part: keyof typeof marks) => t(`awards.review.mark.${part}.${marks[part]}`);
  const hit = row.creditHit ? t(`awards.review.hit.${row.creditHit}`) : mark('credit');
  return {
    open: row.outcome === null,
    heading: row.year
      ? t('awards.review.ofYear', { year: row.year })
      : t('awards.review.special', { trigger: t(`awards.review.trigger.${row.trigger}`) }),
    status: row.outcome
      ? {
          label: t(`awards.review.outcome.${row.outcome}`),
          tone: row.outcome === 'confirmed' ? 'good' : 'neutral',
        }
      : { label: t('awards.review.open'), tone: 'active' },
    facts: summary([
      [t('awards.review.openedOn'), formatDay(lang, row.openedOn)],
      [t('awards.review.dueOn'), row.outcome ? null : formatDay(lang, row.dueOn)],
      [t('awards.review.reason'), row.reason],
      [t('awards.review.annualReturn', { year: row.returnYear }), returnOf(row, mark, t)],
      [
        t('awards.review.credit'),
        row.creditAsOf
          ? t('awards.review.creditAsOf', {
              day: formatDay(lang, row.creditAsOf),
              source: row.creditSource ?? '',
              found: hit,
            })
          : hit,
      ],
      [t('awards.review.eligibility'), mark('eligibility')],
      [t('awards.review.complaints'), mark('complaints')],
      [t('awards.review.note'), forHolder ? null : row.note],
      [t('awards.review.checkedBy'), forHolder ? null : row.checkedName],
    ]),
  };
}

/** What the return says that the verifier compares with the conditions of the title. */
function returnOf(
  { netWan, unanswered }: ReviewRow,
  mark: (part: 'annualReturn') => string,
  t: PageContext['t'],
): string {
  if (netWan === null) return mark('annualReturn');
  return t('awards.review.returned', { wan: netWan / 100, complaints: unanswered ?? 0 });
}

function warningEntry(row: WarningRow, { t, lang }: PageContext): HistoryEntry {
  return {
    open: row.ending === null,
    heading: t('awards.warning.title', { ground: t(`awards.warning.ground.${row.ground}`) }),
    status: row.ending
      ? {
          label: t(`awards.warning.ending.${row.ending}`),
          tone: row.ending === 'lifted' ? 'good' : 'neutral',
        }
      : { label: t('awards.warning.running'), tone: 'attention' },
    facts: summary([
      [t('awards.warning.warnedOn'), formatDay(lang, row.warnedOn)],
      [t('awards.warning.termEndsOn'), formatDay(lang, row.termEndsOn)],
      [t('awards.warning.reason'), row.reason],
      [t('awards.warning.remindedOn'), row.remindedOn && formatDay(lang, row.remindedOn)],
      [
        t('awards.warning.cure'),
        row.cure &&
          t('awards.onDay', { day: formatDay(lang, row.cureFiledOn ?? ''), text: row.cure }),
      ],
      [t('awards.warning.endReason'), row.endReason],
    ]),
  };
}

function revocationEntry(
  row: RevocationRow,
  today: string,
  { t, lang }: PageContext,
  forHolder: boolean,
): HistoryEntry {
  const plaqueLate =
    row.plaqueDueOn !== null &&
    row.plaqueReturnedOn === null &&
    row.restoredOn === null &&
    row.plaqueDueOn < today;
  const plaque = row.plaqueReturnedOn
    ? t('awards.onDay', {
        day: formatDay(lang, row.plaqueReturnedOn),
        text: row.plaqueNote ?? '',
      })
    : row.plaqueDueOn &&
      t(plaqueLate ? 'awards.plaque.late' : 'awards.plaque.wanted', {
        day: formatDay(lang, row.plaqueDueOn),
      });
  return {
    open: isOpen(row),
    heading: t('awards.revocation.title', { ground: t(`awards.revocation.ground.${row.ground}`) }),
    status: revocationStatus(row, t),
    facts: summary([
      [t('awards.revocation.proposedOn'), formatDay(lang, beijingDate(row.proposedAt))],
      [t('awards.revocation.proposedBy'), forHolder ? null : row.proposedName],
      [t('awards.revocation.facts'), row.facts],
      [t('awards.revocation.statementDueOn'), formatDay(lang, row.statementDueOn)],
      [
        t('awards.revocation.statement'),
        row.statement &&
          t('awards.onDay', {
            day: formatInstant(lang, row.statedAt ?? ''),
            text: row.statement,
          }),
      ],
      [
        t('awards.revocation.decision'),
        row.decision && (!forHolder || row.postedOn || row.decision === 'keep')
          ? t(`awards.revocation.decision.${row.decision}`)
          : null,
      ],
      [
        t('awards.revocation.reason'),
        forHolder && !row.postedOn && row.decision !== 'keep' ? null : row.decisionReason,
      ],
      [t('awards.revocation.decidedBy'), forHolder ? null : row.decidedName],
      [t('awards.revocation.postedOn'), row.postedOn && formatDay(lang, row.postedOn)],
      [t('awards.plaque.state'), plaque],
      [
        t('awards.restoration.annulled'),
        row.annulledBy && (!forHolder || row.restoredOn)
          ? t('awards.restoration.by', { organ: row.annulledBy, number: row.annulledNumber ?? '' })
          : null,
      ],
      [t('awards.restoration.on'), row.restoredOn && formatDay(lang, row.restoredOn)],
    ]),
  };
}

/** Until it is declined, undone or posted with its plaque back and no annulment on the way. */
function isOpen(row: RevocationRow): boolean {
  if (row.lapsedOn || row.restoredOn || row.decision === 'keep') return false;
  return !row.postedOn || !row.plaqueReturnedOn || row.annulmentNoticeId !== null;
}

/** A decision is not told before its notice is posted. */
function revocationStatus(row: RevocationRow, t: PageContext['t']): StatusTag {
  if (row.restoredOn) return { label: t('awards.revocation.state.restored'), tone: 'good' };
  if (row.postedOn) return { label: t('awards.revocation.state.posted'), tone: 'bad' };
  if (row.lapsedOn) return { label: t('awards.revocation.state.lapsed'), tone: 'neutral' };
  if (row.decision === 'keep') return { label: t('awards.revocation.state.kept'), tone: 'good' };
  return { label: t('awards.revocation.state.open'), tone: 'attention' };
}
