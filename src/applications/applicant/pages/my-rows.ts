import type { ProgrammeRow } from '../../../programmes/programme.queries.js';
import type { WorkingDayCalendar } from '../../../rules/calendar/working-day-calendar.js';
import type { MerchantAct } from '../../merchant-acts.js';
import type { ApplicationRow, CorrectionRow } from '../applicant.queries.js';
import type { InboxMessage } from '../my.queries.js';
import type { Register } from '../register.js';
import type { SubmissionWindow } from '../submission-window.js';

/** What stands in the database for the page of one merchant. */
export interface MyRows {
  readonly register: Register | null;
  readonly titled: boolean;
  readonly programme: ProgrammeRow | null;
  /** For the draft that is there, else for one that is not begun. */
  readonly window: SubmissionWindow | null;
  readonly mayStart: boolean;
  /** Other editions that can be applied to now. */
  readonly alsoOpen: readonly ProgrammeRow[];
  readonly programmes: readonly ProgrammeRow[];
  readonly applications: readonly ApplicationRow[];
  /** Drafts that can still be handed in. */
  readonly openDrafts: ReadonlySet<string>;
  readonly corrections: readonly CorrectionRow[];
  /** What other rooms wait for, the next one due first. */
  readonly awaited: readonly MerchantAct[];
  readonly messages: readonly InboxMessage[];
  readonly calendar: WorkingDayCalendar;
}
