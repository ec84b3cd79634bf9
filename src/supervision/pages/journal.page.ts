import { faultSentence } from '../../journal/fault-sentence.js';
import type { JournalVerification } from '../../journal/verify-journal.js';
import { beijingDate } from '../../rules/calendar/beijing-time.js';
import { formatDayWeekday, formatNumber, formatTime } from '../../text/format.js';
import { holds } from '../../web/actor.js';
import type { ErrorSummary, FieldTextarea } from '../../web/field-models.js';
import type { Submitted } from '../../web/forms/submitted.js';
import { type ListModel, inList, listModel } from '../../web/lists/list-model.js';
import { listWords } from '../../web/lists/list-query.js';
import type { FoundList } from '../../web/lists/list-reader.js';
import { PAGE_ROWS } from '../../web/lists/list-table.js';
import type { PageContext, Translate } from '../../web/page-context.js';
import type { PageFrame } from '../../web/views/page.js';
import type { JournalRow } from '../journal.queries.js';
import type { CheckpointForm } from './journal.form.js';
import { type JournalLine, journalLine } from './journal-line.js';

declare module '../../web/views/page.js' {
  interface PageModels {
    'supervision/journal': JournalPage;
  }
}

export interface JournalPage extends PageFrame {
  readonly summary: ErrorSummary;
  readonly checkpoints: FieldTextarea;
  readonly result: { readonly tone: 'good' | 'bad'; readonly text: string } | null;
  readonly list: ListModel;
  /** The other order in time. */
  readonly order: { readonly href: string; readonly label: string };
  readonly days: readonly {
    readonly heading: string;
    readonly entries: readonly (JournalLine & { readonly href: string })[];
  }[];
  readonly accessLog: boolean;
}

export interface JournalRows {
  readonly found: FoundList;
  /** The entries of the list with all that they say. */
  readonly rows: readonly JournalRow[];
  readonly verification: JournalVerification | null;
  readonly form: Submitted<CheckpointForm>;
}

export function journalPage({ found, rows, verification, form }: JournalRows) {
  return (context: PageContext): JournalPage => {
    const { t } = context;
    const kept = context.draw(form);
    const list = listModel(found, context);
    const oldestFirst = found.query.sort?.column.key === 'at' && !found.query.sort.down;
    return {
      title: t('supervision.journal.title'),
      breadcrumbs: holds(context.actor, 'Supervisor')
        ? [
            { label: t('supervision.title'), href: '/supervision' },
            { label: t('supervision.journal.title'), href: null },
          ]
        : [],
      summary: kept.summary,
      checkpoints: kept.textarea('checkpoints'),
      result: verification && verificationResult(verification, t),
      // An entry is one line, so there are no columns to choose.
      list: { ...list, choice: [] },
      order: {
        href:
          list.columns.find((_, at) => found.query.columns[at]?.key === 'at')?.href ?? list.href,
        label: t(`supervision.journal.order.${oldestFirst ? 'newest' : 'oldest'}`),
      },
      days: byDay(found, rows, context),
      accessLog: holds(context.actor, 'AuditAdmin'),
    };
  };
}

function byDay(found: FoundList, rows: readonly JournalRow[], context: PageContext) {
  const words = listWords(found.table, found.query);
  const days: { day: string; entries: (JournalLine & { href: string })[] }[] = [];
  rows.forEach((row, at) => {
    const day = beijingDate(row.at);
    const place = (found.page - 1) * PAGE_ROWS + at + 1;
    const line = {
      ...journalLine(row, context),
      time: formatTime(row.at),
      href: inList(found.table, words, String(row.sequence), place),
    };
    const last = days.at(-1);
    if (last?.day === day) last.entries.push(line);
    else days.push({ day, entries: [line] });
  });
  return days.map(({ day, entries }) => ({
    heading: formatDayWeekday(context.lang, day),
    entries,
  }));
}

function verificationResult(found: JournalVerification, t: Translate): JournalPage['result'] {
  if (found.ok) {
    const text = t('supervision.journal.ok', {
      entries: formatNumber(found.entries),
      head: found.head,
      checkpoints: formatNumber(found.checkpoints),
    });
    return { tone: 'good', text };
  }
  const { key, variables, sequence } = faultSentence(found);
  const reason = t(key, variables);
  const text =
    sequence === null
      ? t('supervision.journal.unknown', { reason })
      : t('supervision.journal.failed', { sequence, reason });
  return { tone: 'bad', text };
}
