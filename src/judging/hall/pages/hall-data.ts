import type { CategoryRow, RoundRow } from '../../../programmes/programme.queries.js';
import type { RuleSet } from '../../../rules/scoring/rule-set.js';
import type { Submitted } from '../../../web/forms/submitted.js';
import type { OrderRow, TurnRow } from '../hall.queries.js';
import type { AttendanceForm, ClockForm, LateTimesForm, OrderWitnessForm } from './hall.form.js';

/** What the pages of a round's defence are built from. */
export interface HallData {
  readonly round: RoundRow;
  readonly category: CategoryRow;
  readonly programmeSlug: string;
  readonly rules: RuleSet;
  readonly order: OrderRow | null;
  readonly turns: readonly TurnRow[];
  /** Whether two people record what happens, because points follow from it. */
  readonly recorded: boolean;
  readonly forms: {
    readonly witness: Submitted<OrderWitnessForm>;
    readonly attendance: Submitted<AttendanceForm>;
    readonly clock: Submitted<ClockForm>;
    readonly late: Submitted<LateTimesForm>;
  };
}
