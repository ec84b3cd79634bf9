import { formatDay } from '../../../text/format.js';
import { allows } from '../../../web/access/policies.js';
import type { PageContext } from '../../../web/page-context.js';
import type { DrawRow } from '../draw.queries.js';
import { programmeIn } from '../../../rules/lifecycle/programme-groups.js';
import { drawIn } from '../../../rules/lifecycle/draw-states.js';

export interface Situation {
  readonly draw: DrawRow;
  /** First day on which the panel may be drawn; null where no review is planned. */
  readonly earliestDay: string | null;
  /** Nobody is in line for an empty seat, or left for an application that must be scored again. */
  readonly redrawNeeded: 'vacancy' | 'flag' | null;
}

export type May = ReturnType<typeof mayDo>;

/** What this reader may do with the draw now; the use cases decide again. */
export function mayDo(draw: DrawRow, { actor }: PageContext) {
  const { state, programmeState } = draw;
  const inPhase = programmeIn.drawing.has(programmeState) || draw.previousId !== null;
  const registrar = inPhase && allows('panel.seat', actor);
  const mine = (person: string | null) => person !== null && person === actor?.accountId;
  const voidable =
    !drawIn.preparing.has(state) &&
    !drawIn.voided.has(state) &&
    (drawIn.drawn.has(state) ? programmeIn.drawing.has(programmeState) : inPhase);
  const unsigned = mine(draw.witnessedBy) ? !draw.witnessSignedAt : !draw.officeSignedAt;
  return {
    prepare: registrar && drawIn.preparing.has(state),
    commit: registrar && drawIn.frozen.has(state),
    witness:
      inPhase && drawIn.committed.has(state) && allows('witness', actor) && !mine(draw.committedBy),
    reveal: registrar && drawIn.witnessed.has(state),
    sign:
      drawIn.drawn.has(state) &&
      unsigned &&
      (mine(draw.witnessedBy) || allows('panel.seat', actor)),
    redraw: drawIn.drawn.has(state) && allows('panel.seat', actor),
    proposeVoid: voidable && !draw.voidProposedAt && allows('panel.seat', actor),
    confirmVoid: voidable && allows('draw.void', actor) && !mine(draw.voidProposedBy),
  };
}

/** What is to be done now: by the reader, or by whom the draw waits for. */
export function nextOf(
  { draw, earliestDay, redrawNeeded }: Situation,
  may: May,
  { t, lang }: PageContext,
): { readonly title: string; readonly text: string } | null {
  if (drawIn.voided.has(draw.state)) return null;
  if (drawIn.drawn.has(draw.state)) {
    if (redrawNeeded) return next(redrawNeeded === 'flag' ? 'redrawFlag' : 'redraw');
    if (may.sign) return next('sign');
    return draw.officeSignedAt && draw.witnessSignedAt ? null : next('signWait');
  }
  const own = may.prepare || may.commit || may.witness || may.reveal;
  return next(own ? draw.state : `${draw.state}Wait`);

  function next(step: string) {
    const day = earliestDay ? formatDay(lang, earliestDay) : '';
    return {
      title: t(`judging.draw.next.${step}`),
      text: t(`judging.draw.next.${step}.text`, { day, known: earliestDay ? 'yes' : 'no' }),
    };
  }
}
