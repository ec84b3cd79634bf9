import { AcknowledgeAnchorSheet } from './acknowledge-anchor-sheet.js';
import { AnchorDiagnosticsQueries } from './anchor-diagnostics.queries.js';
import { AnchorQueries } from './anchor.queries.js';
import { AnchorSheetQueries } from './anchor-sheet.queries.js';
import { AnchorsOpen } from './anchors-open.js';
import { ConfirmAnchor } from './confirm-anchor.js';
import { OpenAnchorFile } from './open-anchor-file.js';
import { PastDossier } from './past-dossier.js';
import { PrepareAnchor } from './prepare-anchor.js';
import { ReturnAnchor } from './return-anchor.js';
import { SaveAnchor } from './save-anchor.js';
import { SaveAnchorSheet } from './save-anchor-sheet.js';
import { SubmitAnchorSheet } from './submit-anchor-sheet.js';
import { WithdrawAnchor } from './withdraw-anchor.js';

/** Everything of this subject that the module of the room makes. */
export const ANCHOR_PROVIDERS = [
  AcknowledgeAnchorSheet,
  AnchorDiagnosticsQueries,
  AnchorQueries,
  AnchorSheetQueries,
  AnchorsOpen,
  ConfirmAnchor,
  OpenAnchorFile,
  PastDossier,
  PrepareAnchor,
  ReturnAnchor,
  SaveAnchor,
  SaveAnchorSheet,
  SubmitAnchorSheet,
  WithdrawAnchor,
];
