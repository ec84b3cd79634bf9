import { formatInstant } from '../../../text/format.js';
import { holds } from '../../../web/actor.js';
import type { FieldTextarea } from '../../../web/field-models.js';
import type { PageContext } from '../../../web/page-context.js';
import type { ReReviewToReopen } from '../relock.queries.js';
import type { UnlockRow } from '../unlock.queries.js';

export interface UnlockModel {
  readonly text: string;
  readonly step: string;
  readonly reason: FieldTextarea | null;
  /** What the reader would agree to or witness: who asked for it and why, and who agreed. */
  readonly asked: UnlockEntry | null;
}

/** One unlock as it stands on record. */
export interface UnlockEntry {
  readonly heading: string;
  readonly reason: string;
  readonly people: readonly string[];
}

/** The step of rule R4 that the reader may take now, and what it would open. */
export function unlockModel(
  context: PageContext,
  { open, reopening }: { open: UnlockRow | null; reopening: readonly ReReviewToReopen[] },
  form: { textarea(name: string): FieldTextarea },
): UnlockModel | null {
  const { t, actor } = context;
  const tabulator = holds(actor, 'Tabulator');
  const names = reopening.map(({ merchantName }) => merchantName);
  const text = reopening.length
    ? t('awards.unlock.reReview', {
        merchants: [...new Set(names)].join(t('navigation.listComma')),
      })
    : t('awards.unlock.text');
  if (!open) {
    if (!tabulator) return null;
    const reason = { ...form.textarea('reason'), required: true };
    return { text, step: t('awards.unlock.ask'), reason, asked: null };
  }
  const asked = entryOf(context, open);
  if (!open.agreedBy) {
    if (!tabulator || open.askedBy === actor?.accountId) return null;
    return { text, step: t('awards.unlock.agree'), reason: null, asked };
  }
  if (!holds(actor, 'Supervisor')) return null;
  return { text, step: t('awards.unlock.witness'), reason: null, asked };
}

export function unlockEntries(
  context: PageContext,
  unlocks: readonly UnlockRow[],
): readonly UnlockEntry[] {
  return unlocks.map((one) => entryOf(context, one));
}

function entryOf({ t, lang }: PageContext, one: UnlockRow): UnlockEntry {
  const acts = [
    ['asked', one.askedName, one.askedAt],
    ['agreed', one.agreedName, one.agreedAt],
    ['witnessed', one.witnessName, one.witnessedAt],
  ] as const;
  const done = acts.flatMap(([act, name, at]) =>
    name && at ? [t(`awards.unlock.${act}`, { name, at: formatInstant(lang, at) })] : [],
  );
  return {
    heading: t(one.witnessedAt ? 'awards.unlock.ofVersion' : 'awards.unlock.underWay', {
      number: one.number,
    }),
    reason: one.reason,
    people: done,
  };
}
