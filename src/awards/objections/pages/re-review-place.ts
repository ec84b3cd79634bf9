import type {
  Place,
  PlaceAfterCorrection,
} from '../../../rules/provenance/place-after-correction.js';
import type { SummaryList } from '../../../web/component-models.js';
import type { PageContext } from '../../../web/page-context.js';

/** What comes next of a re-review after publication. */
export function lateKey({ keeps }: PlaceAfterCorrection, follows: boolean): string {
  if (keeps) return 'awards.reReview.next.kept';
  return follows ? 'awards.reReview.next.lost' : 'awards.reReview.next.settled';
}

export function placeFacts(
  { t }: PageContext,
  { before, after }: PlaceAfterCorrection,
): SummaryList {
  const text = (place: Place | null) =>
    place
      ? t('awards.relock.place', { ...place, outcome: t(`awards.outcome.${place.outcome}`) })
      : t('awards.reReview.place.none');
  return {
    rows: [
      { term: t('awards.reReview.place.before'), value: text(before), action: null },
      { term: t('awards.reReview.place.after'), value: text(after), action: null },
    ],
  };
}
