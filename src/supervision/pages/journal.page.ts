import { faultSentence } from '../../journal/fault-sentence.js';
import type { JournalVerification } from '../../journal/verify-journal.js';
import { ROLES } from '../../rules/lifecycle/roles.js';
import { formatInstant, formatNumber } from '../../text/format.js';
import type {
  ErrorSummary,
  FieldSelect,
  FieldText,
  FieldTextarea,
} from '../../web/field-models.js';
import type { Submitted } from '../../web/forms/submitted.js';
import { holds } from '../../web/actor.js';
import type { PageContext, Translate } from '../../web/page-context.js';
import type { PageFrame } from '../../web/views/page.js';
import type { JournalRow } from '../journal.queries.js';
import { journalDetails, journalSubject, textOr } from './journal-details.js';
import type { CheckpointForm, JournalSearch } from './journal.form.js';

declare module '../../web/views/page.js' {
  interface PageModels {
    'supervision/journal': JournalPage;
  }
}

export interface JournalPage extends PageFrame {
  readonly summary: ErrorSummary;
  readonly event: FieldSelect;
  readonly role: FieldSelect;
  readonly programme: FieldSelect;
  readonly subject: FieldText;
  readonly checkpoints: FieldTextarea;
  readonly result: { readonly tone: 'good' | 'bad'; readonly text: string } | null;
  readonly entries: readonly {
    readonly sequence: string;
    readonly time: string;
    readonly event: string;
    readonly who: string;
    readonly subject: { readonly label: string; readonly href: string };
    readonly programme: string;
    readonly details: readonly { readonly term: string; readonly value: string }[];
    readonly hash: string;
  }[];
  readonly next: string | null;
  readonly previous: string | null;
  readonly accessLog: boolean;
}

export interface JournalRows {
  readonly search: Submitted<JournalSearch>;
  readonly found: { readonly rows: readonly JournalRow[]; readonly more: boolean };
  readonly events: readonly string[];
  readonly programmes: readonly { readonly id: string; readonly name: string }[];
  readonly verification: JournalVerification | null;
  readonly form: Submitted<CheckpointForm>;
}

export function journalPage(rows: JournalRows) {
  const { search, found, events, programmes, verification, form } = rows;
  return (context: PageContext): JournalPage => {
    const { t, lang } = context;
    const kept = context.draw(form);
    const drawn = context.draw(search);
    const everything = t('supervision.journal.everything');
    const select = (name: string, options: readonly { value: string; label: string }[]) => ({
      ...drawn.select(name, options),
      placeholder: everything,
    });
    return {
      title: t('supervision.journal.title'),
      breadcrumbs: holds(context.actor, 'Supervisor')
        ? [
            { label: t('supervision.title'), href: '/supervision' },
            { label: t('supervision.journal.title'), href: null },
          ]
        : [],
      summary: form.ok ? drawn.summary : kept.summary,
      checkpoints: kept.textarea('checkpoints'),
      event: select(
        'event',
        events.map((value) => ({ value, label: textOr(t, `journal.event.${value}`, value) })),
      ),
      role: select(
        'role',
        [...ROLES, 'System'].map((value) => ({ value, label: t(`role.${value}`) })),
      ),
      programme: select(
        'programme',
        programmes.map(({ id, name }) => ({ value: id, label: name })),
      ),
      subject: drawn.text('subject'),
      result: verification && verificationResult(verification, t),
      entries: found.rows.map((row) => ({
        sequence: String(row.sequence),
        time: formatInstant(lang, row.at),
        event: textOr(t, `journal.event.${row.event}`, row.event),
        who: who(row, t),
        subject: {
          label: journalSubject(row, t),
          href: `/supervision/journal?subject=${encodeURIComponent(row.subjectId)}`,
        },
        programme: row.programmeName ?? '',
        details: journalDetails(row, context),
        hash: row.hash,
      })),
      next: found.more ? olderHref(search, found.rows.at(-1)!.sequence) : null,
      previous: search.value.before ? '/supervision/journal' : null,
      accessLog: holds(context.actor, 'AuditAdmin'),
    };
  };
}

function who(row: JournalRow, t: Translate): string {
  const role = textOr(t, `role.${row.actorRole}`, row.actorRole);
  return row.actorName ? t('supervision.journal.who', { name: row.actorName, role }) : role;
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

function olderHref(search: Submitted<JournalSearch>, before: number): string {
  const query = new URLSearchParams({ before: String(before) });
  for (const name of ['event', 'role', 'programme', 'subject'] as const) {
    const value = search.value[name];
    if (value) query.set(name, value);
  }
  return `/supervision/journal?${query.toString()}`;
}
