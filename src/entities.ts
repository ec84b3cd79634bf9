import { AccessLog } from './accounts/access-log.entity.js';
import { Account } from './accounts/account.entity.js';
import { OneTimeCode } from './accounts/codes/one-time-code.entity.js';
import { Duty } from './accounts/duty.entity.js';
import { KeptForm } from './web/kept/kept-form.entity.js';
import { Session } from './web/sessions/session.entity.js';
import { Application } from './applications/application.entity.js';
import { CorrectionRequest } from './applications/correction-request.entity.js';
import { GroupLetter } from './applications/office/letters/group-letter.entity.js';
import { Declaration } from './applications/declaration.entity.js';
import { EvidenceLink } from './applications/evidence-link.entity.js';
import { UploadReceipt } from './applications/upload-receipt.entity.js';
import { Submission } from './applications/submission.entity.js';
import { CorrectionMessage } from './applications/correction-message.entity.js';
import { Ranking } from './applications/ranking.entity.js';
import { WindowEntry } from './applications/window/window-entry.entity.js';
import { Figure } from './applications/figure.entity.js';
import { CityTakeover } from './applications/city-takeover.entity.js';
import { ReexaminationRequest } from './applications/reexamination-request.entity.js';
import { Recommendation } from './applications/recommendation.entity.js';
import { ScoreAdjustment } from './applications/score-adjustment.entity.js';
import { ScreeningStatement } from './applications/screening-statement.entity.js';
import { Screening } from './applications/screening.entity.js';
import { VetoCheck } from './applications/veto-check.entity.js';
import { AwardList } from './awards/lists/award-list.entity.js';
import { Ballot } from './awards/standings/ballot.entity.js';
import { Hold } from './awards/objections/hold.entity.js';
import { NoticeDraft } from './awards/notices/notice-draft.entity.js';
import { ReservedNumber } from './awards/notices/reserved-number.entity.js';
import { Notice } from './awards/notices/notice.entity.js';
import { Objection } from './awards/objections/objection.entity.js';
import { ObjectionAddition } from './awards/objections/objection-addition.entity.js';
import { ReReview } from './awards/objections/re-review.entity.js';
import { StandingUnlock } from './awards/standings/standing-unlock.entity.js';
import { StandingLock } from './awards/standings/standing-lock.entity.js';
import { Standing } from './awards/standings/standing.entity.js';
import { Title } from './awards/titles/title.entity.js';
import { TitleChange } from './awards/titles/title-change.entity.js';
import { TitleReview } from './awards/titles/title-review.entity.js';
import { TitleRevocation } from './awards/titles/title-revocation.entity.js';
import { TitleWarning } from './awards/titles/title-warning.entity.js';
import { CalculationJob } from './jobs/job.entity.js';
import { Document } from './documents/document.entity.js';
import { ChainHead } from './journal/chain-head.entity.js';
import { Checkpoint } from './journal/checkpoint.entity.js';
import { JournalEntry } from './journal/journal-entry.entity.js';
import { Assignment } from './judging/assignments/assignment.entity.js';
import { ConflictDeclaration } from './judging/conflicts/conflict-declaration.entity.js';
import { Draw } from './judging/draws/draw.entity.js';
import { SignalNote } from './judging/diagnostics/signal-note.entity.js';
import { Expert } from './judging/experts/expert.entity.js';
import { ScoreSheet } from './judging/sheets/score-sheet.entity.js';
import { EvidencePin } from './judging/sheets/pins/evidence-pin.entity.js';
import { PanelMinute } from './judging/chair/panel-minute.entity.js';
import { TimeClaim } from './judging/chair/time-claim.entity.js';
import { LateClockEntry } from './judging/hall/late-clock-entry.entity.js';
import { HallFile } from './judging/hall/laptop/hall-file.entity.js';
import { ScoreReveal } from './judging/hall/score-reveal.entity.js';
import { ClockAct } from './judging/hall/clock-act.entity.js';
import { DefenceOrder } from './judging/hall/defence-order.entity.js';
import { DefenceTurn } from './judging/hall/defence-turn.entity.js';
import { PaperKeying } from './judging/paper/paper-keying.entity.js';
import { PaperSheet } from './judging/paper/paper-sheet.entity.js';
import { SpreadFinding } from './judging/rounds/spread-finding.entity.js';
import { RepeatFile } from './judging/repeats/repeat-file.entity.js';
import { RepeatSheet } from './judging/repeats/repeat-sheet.entity.js';
import { SheetMark } from './judging/sheets/sheet-mark.entity.js';
import { DeclarationDraft } from './judging/conflicts/declaration-draft.entity.js';
import { Seat } from './judging/panel/seat.entity.js';
import { ReReviewPanel } from './judging/re-reviews/re-review-panel.entity.js';
import { ReReviewSheet } from './judging/re-reviews/re-review-sheet.entity.js';
import { Removal } from './judging/removals/removal.entity.js';
import { AnchorDossier } from './judging/anchors/anchor-dossier.entity.js';
import { AnchorSheet } from './judging/anchors/anchor-sheet.entity.js';
import { AnnualReturn } from './merchants/annual-return.entity.js';
import { MerchantVersion } from './merchants/merchant-version.entity.js';
import { Merchant } from './merchants/merchant.entity.js';
import { Park } from './merchants/park.entity.js';
import { MerchantMerge } from './awards/merging/merchant-merge.entity.js';
import { Practice } from './merchants/practices/practice.entity.js';
import { PilotSite } from './merchants/pilot-site.entity.js';
import { RelatedMerchant } from './merchants/related-merchant.entity.js';
import { Shop } from './merchants/shop.entity.js';
import { Delivery } from './notifications/delivery.entity.js';
import { Message } from './notifications/message.entity.js';
import { LogBlind } from './prooflog/log-blind.entity.js';
import { LogCheckpoint } from './prooflog/log-checkpoint.entity.js';
import { LogCosignature } from './prooflog/log-cosignature.entity.js';
import { LogNode } from './prooflog/log-node.entity.js';
import { LogWitness } from './prooflog/log-witness.entity.js';
import { Category } from './programmes/category.entity.js';
import { CitySetting } from './programmes/city-setting.entity.js';
import { ExtensionOrder } from './programmes/extension-order.entity.js';
import { LegalBasis } from './programmes/legal-basis.entity.js';
import { Programme } from './programmes/programme.entity.js';
import { Round } from './programmes/round.entity.js';
import { RuleVersion } from './programmes/rule-version.entity.js';
import { StepRecord } from './programmes/step-record.entity.js';
import { WorkingDayYear } from './programmes/working-day-year.entity.js';

/** Every table of the program, for the data source and the migrations. */
export const entities = [
  AccessLog,
  Account,
  Duty,
  OneTimeCode,
  KeptForm,
  Session,
  Application,
  CorrectionRequest,
  Declaration,
  EvidenceLink,
  UploadReceipt,
  GroupLetter,
  WindowEntry,
  Figure,
  Submission,
  CorrectionMessage,
  Ranking,
  Recommendation,
  CityTakeover,
  ReexaminationRequest,
  ScoreAdjustment,
  Screening,
  ScreeningStatement,
  VetoCheck,
  AwardList,
  Ballot,
  Hold,
  Notice,
  NoticeDraft,
  ReservedNumber,
  Objection,
  ObjectionAddition,
  ReReview,
  ReReviewPanel,
  ReReviewSheet,
  StandingLock,
  StandingUnlock,
  Standing,
  Title,
  TitleChange,
  TitleReview,
  TitleRevocation,
  TitleWarning,
  CalculationJob,
  Document,
  ChainHead,
  Checkpoint,
  LogBlind,
  LogCheckpoint,
  LogCosignature,
  LogNode,
  LogWitness,
  JournalEntry,
  Assignment,
  ConflictDeclaration,
  Draw,
  SignalNote,
  Expert,
  ScoreSheet,
  RepeatSheet,
  RepeatFile,
  EvidencePin,
  PanelMinute,
  SheetMark,
  TimeClaim,
  DefenceOrder,
  DefenceTurn,
  ClockAct,
  HallFile,
  ScoreReveal,
  LateClockEntry,
  SpreadFinding,
  PaperSheet,
  PaperKeying,
  DeclarationDraft,
  Seat,
  Removal,
  AnchorDossier,
  AnchorSheet,
  AnnualReturn,
  MerchantVersion,
  Merchant,
  Park,
  PilotSite,
  MerchantMerge,
  Practice,
  RelatedMerchant,
  Shop,
  Message,
  Delivery,
  Category,
  CitySetting,
  ExtensionOrder,
  LegalBasis,
  Programme,
  Round,
  RuleVersion,
  StepRecord,
  WorkingDayYear,
];
