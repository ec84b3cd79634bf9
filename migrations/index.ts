import { Foundation1700000000001 } from './0001-foundation.js';
import { DemoAccounts1700000000002 } from './0002-demo-accounts.js';
import { JournalCheckpoints1700000000003 } from './0003-journal-checkpoints.js';
import { TwoPeople1700000000004 } from './0004-two-people.js';
import { RenewedLegalBasis1700000000005 } from './0005-renewed-legal-basis.js';
import { ConfirmedRelations1700000000006 } from './0006-confirmed-relations.js';
import { ReReviewSheets1700000000007 } from './0007-re-review-sheets.js';

/** Every migration in order, for both engines. */
export const migrations = [
  Foundation1700000000001,
  DemoAccounts1700000000002,
  JournalCheckpoints1700000000003,
  TwoPeople1700000000004,
  RenewedLegalBasis1700000000005,
  ConfirmedRelations1700000000006,
  ReReviewSheets1700000000007,
];
