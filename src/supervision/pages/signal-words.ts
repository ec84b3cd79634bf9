import { seatInWords } from '../../rules/rounds/seat-in-words.js';
import type { DiagnosedSeat } from '../../judging/diagnostics/diagnostics.queries.js';
import type { JudgeSignal } from '../../rules/diagnostics/judge-signal.js';
import type { Translate } from '../../web/page-context.js';

export type SeatNames = ReadonlyMap<string, DiagnosedSeat>;

/** The statistic with its unit, or why there is none. */
export function statisticText(t: Translate, { kind, statistic, reason }: JudgeSignal): string {
  if (statistic === null) return reason ? t(reason) : t('supervision.signal.undefined');
  return t(`supervision.statistic.${kind}`, { value: statistic });
}

/** Three decimals, as tables of statistics print them. */
export function pText(t: Translate, value: number | null): string {
  if (value === null) return t('supervision.signal.undefined');
  return value < 0.001 ? '<0.001' : value.toFixed(3);
}

export function seatText(t: Translate, seats: SeatNames, seatId: string): string {
  const seat = seats.get(seatId);
  return seat
    ? t('supervision.signal.seat', { ...seatInWords(seat.number), name: seat.judgeName })
    : seatId;
}

/** The judge, or the two whose sheets agree, and what ties the judge to the applicants. */
export function judgeText(t: Translate, seats: SeatNames, signal: JudgeSignal): string {
  const judge = seatText(t, seats, signal.judge);
  if (signal.otherJudge) {
    const other = seatText(t, seats, signal.otherJudge);
    return t('supervision.signal.pair', { judge, other });
  }
  if (!signal.tie) return judge;
  return t('supervision.signal.tied', { judge, tie: t(`diagnostics.tie.${signal.tie}`) });
}
