import { holds } from '../../../web/actor.js';
import type { FieldTextarea } from '../../../web/field-models.js';
import type { PageContext } from '../../../web/page-context.js';
import type { ReReviewToReopen } from '../relock.queries.js';
import type { LockRow } from '../standing.queries.js';

export interface UnlockModel {
  readonly text: string;
  readonly step: string;
  readonly reason: FieldTextarea | null;
}

/** The step of rule R4 that the reader may take now, and what it would open. */
export function unlockModel(
  { t, actor }: PageContext,
  { lock, reopening }: { lock: LockRow; reopening: readonly ReReviewToReopen[] },
  form: { textarea(name: string): FieldTextarea },
): UnlockModel | null {
  const tabulator = holds(actor, 'Tabulator');
  const names = reopening.map(({ merchantName }) => merchantName);
  const text = reopening.length
    ? t('awards.unlock.reReview', {
        merchants: [...new Set(names)].join(t('navigation.listComma')),
      })
    : t('awards.unlock.text');
  if (!lock.unlockFirstBy) {
    if (!tabulator) return null;
    const reason = { ...form.textarea('reason'), required: true };
    return { text, step: t('awards.unlock.ask'), reason };
  }
  if (!lock.unlockSecondBy) {
    if (!tabulator || lock.unlockFirstBy === actor?.accountId) return null;
    return { text, step: t('awards.unlock.agree'), reason: null };
  }
  if (!holds(actor, 'Supervisor')) return null;
  return { text, step: t('awards.unlock.witness'), reason: null };
}
