import { formatDay } from '../../../text/format.js';
import type { PageContext } from '../../../web/page-context.js';
import type { OwnRoundRow } from '../../sheets/judging.queries.js';
import type { JudgesRound } from '../chair.queries.js';

/** What a judge sees of the panel's procedure beside the own sheets of a round. */
export interface PanelLines {
  readonly orderOfWork: string | null;
  /** For the chair only. */
  readonly chairHref: string | null;
  /** Where to say that the time is too short; null where it was said, or nothing is left to sign. */
  readonly timeAction: string | null;
  readonly said: string | null;
}

export function panelLines(
  { roundId, closesOn, signed, total }: OwnRoundRow,
  panel: JudgesRound | undefined,
  { t, lang }: PageContext,
): PanelLines {
  const claimed = Boolean(panel?.claimed);
  const unsigned = signed < total;
  return {
    orderOfWork: panel?.orderOfWork ?? null,
    chairHref: panel?.chair ? `judging/chair/${roundId}` : null,
    timeAction: panel && unsigned && !claimed ? `judging/rounds/${roundId}/time` : null,
    said: claimed ? t('judging.time.said', { day: formatDay(lang, closesOn) }) : null,
  };
}
