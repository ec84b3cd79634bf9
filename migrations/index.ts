import { Foundation1700000000001 } from './0001-foundation.js';
import { DemoAccounts1700000000002 } from './0002-demo-accounts.js';
import { JournalCheckpoints1700000000003 } from './0003-journal-checkpoints.js';
import { TwoPeople1700000000004 } from './0004-two-people.js';
import { RenewedLegalBasis1700000000005 } from './0005-renewed-legal-basis.js';
import { ConfirmedRelations1700000000006 } from './0006-confirmed-relations.js';
import { ReReviewSheets1700000000007 } from './0007-re-review-sheets.js';
import { ReservedNumbers1700000000009 } from './0009-reserved-numbers.js';
import { TitlesLife1700000000011 } from './0011-titles-life.js';
import { RestorationNotices1700000000012 } from './0012-restoration-notices.js';
import { EnteredObjections1700000000013 } from './0013-entered-objections.js';
import { ReReviewRemovals1700000000014 } from './0014-re-review-removals.js';
import { WindowEntries1700000000015 } from './0015-window-entries.js';
import { DoubtedReturns1700000000016 } from './0016-doubted-returns.js';
import { OutgoingMail1700000000017 } from './0017-outgoing-mail.js';
import { HandingInAgain1700000000019 } from './0019-handing-in-again.js';
import { LeftOutOfLists1700000000020 } from './0020-left-out-of-lists.js';
import { ObjectorsOwnPages1700000000021 } from './0021-objectors-own-pages.js';
import { Practices1700000000022 } from './0022-practices.js';
import { AfterPublication1700000000023 } from './0023-after-publication.js';
import { AcceptedMerchants1700000000025 } from './0025-accepted-merchants.js';
import { MergedMerchants1700000000027 } from './0027-merged-merchants.js';
import { Anchors1700000000028 } from './0028-anchors.js';
import { JudgesOwnMarks1700000000029 } from './0029-judges-own-marks.js';
import { AskedAgain1700000000030 } from './0030-asked-again.js';
import { KeptForms1700000000031 } from './0031-kept-forms.js';
import { Chair1700000000033 } from './0033-chair.js';
import { DefenceDay1700000000034 } from './0034-defence-day.js';
import { EvidencePins1700000000036 } from './0036-evidence-pins.js';
import { CopiesOfPages1700000000041 } from './0041-copies-of-pages.js';
import { FrozenFlags1700000000042 } from './0042-frozen-flags.js';
import { HallReveal1700000000043 } from './0043-hall-reveal.js';
import { LateClockEntries1700000000044 } from './0044-late-clock-entries.js';
import { PaperSheets1700000000045 } from './0045-paper-sheets.js';
import { HallFiles1700000000048 } from './0048-hall-files.js';
import { HiddenRepeats1700000000049 } from './0049-hidden-repeats.js';
import { PublicLog1700000000050 } from './0050-public-log.js';

/** Every migration in order, for both engines. */
export const migrations = [
  Foundation1700000000001,
  DemoAccounts1700000000002,
  JournalCheckpoints1700000000003,
  TwoPeople1700000000004,
  RenewedLegalBasis1700000000005,
  ConfirmedRelations1700000000006,
  ReReviewSheets1700000000007,
  ReservedNumbers1700000000009,
  TitlesLife1700000000011,
  RestorationNotices1700000000012,
  EnteredObjections1700000000013,
  ReReviewRemovals1700000000014,
  WindowEntries1700000000015,
  DoubtedReturns1700000000016,
  OutgoingMail1700000000017,
  HandingInAgain1700000000019,
  LeftOutOfLists1700000000020,
  ObjectorsOwnPages1700000000021,
  Practices1700000000022,
  AfterPublication1700000000023,
  AcceptedMerchants1700000000025,
  MergedMerchants1700000000027,
  Anchors1700000000028,
  JudgesOwnMarks1700000000029,
  AskedAgain1700000000030,
  KeptForms1700000000031,
  Chair1700000000033,
  DefenceDay1700000000034,
  EvidencePins1700000000036,
  CopiesOfPages1700000000041,
  FrozenFlags1700000000042,
  HallReveal1700000000043,
  LateClockEntries1700000000044,
  PaperSheets1700000000045,
  HallFiles1700000000048,
  HiddenRepeats1700000000049,
  PublicLog1700000000050,
];
