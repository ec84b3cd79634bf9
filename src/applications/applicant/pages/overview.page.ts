import type { StatusTag, SummaryList, TaskList } from '../../../web/component-models.js';
import type { PageContext, Translate } from '../../../web/page-context.js';
import type { PageFrame } from '../../../web/views/page.js';
import { formatDayWeekday, formatInstant } from '../../../text/format.js';
import { finalStates } from '../../../rules/lifecycle/lifecycle.js';
import {
  type ApplicationEvent,
  applicationLifecycle,
} from '../../../rules/lifecycle/application-lifecycle.js';
import {
  isConferred,
  isPublished,
  stateForApplicant,
} from '../../../rules/lifecycle/state-for-applicant.js';
import type { DecisionRow } from '../applicant.queries.js';
import { type ApplicationFile } from '../application-file.js';
import { isDroppable } from '../drop-draft.js';
import type { RemedyRow } from '../remedies.queries.js';
import { openForEvidence } from '../evidence-changes.js';
import { isAnythingOpen } from '../open-items.js';
import { draftKey, isReopened, mayReopen, receiptsOf, reopenedText } from './hand-in-again.page.js';
import { stepProgress } from '../../../rules/applications/step-progress.js';
import { type CountedStep, stepCounts } from '../step-counts.js';
import { isSectionOpen, stepSections } from '../step-fields.js';
import { nextPhases } from '../../progress/next-phases.js';
import { type FormFrame, type FormStep, formFrame, formSteps, isCounted } from './form-frame.js';
import { itemLabel } from './item-label.js';
import { slipsOf } from './slips.page.js';
import { nextKey, toneOf } from './my.page.js';
import { applicationIn } from '../../../rules/lifecycle/application-groups.js';

declare module '../../../web/views/page.js' {
  interface PageModels {
    'applications/overview': OverviewPage;
  }
}

export interface OverviewPage extends PageFrame, FormFrame {
  readonly id: string;
  readonly status: StatusTag;
  readonly what: string;
  readonly facts: SummaryList;
  readonly tasks: TaskList;
  readonly correction: {
    readonly reason: string;
    readonly due: string;
    readonly overdue: boolean;
    readonly items: readonly string[];
  } | null;
  /** What comes next and when; nothing once it is over. */
  readonly phases: SummaryList | null;
  readonly decision: SummaryList | null;
  readonly receipt: boolean;
  readonly letter: boolean;
  readonly working: boolean;
  readonly titleId: string | null;
  readonly canWithdraw: boolean;
  /** Handed in, and the deadline lets it be changed and handed in again. */
  readonly canReopen: boolean;
  readonly canDrop: boolean;
  /** Taken back to be changed: what counts if nothing is handed in. */
  readonly reopened: string | null;
  /** Answers given elsewhere that fit empty places here. */
  readonly known: string | null;
  readonly receipts: readonly { readonly label: string; readonly href: string }[];
  /** The division declined it, and a re-examination may be asked for once. */
  readonly canAppeal: boolean;
  /** Screened out: by when it may state its case, or what came of that. */
  readonly statement: StatementModel | null;
}

export interface StatementModel {
  /** The last day while it may still be made. */
  readonly due: string | null;
  readonly record: SummaryList;
}

/** What stands in the database besides the file. */
export interface OverviewRows {
  readonly decision: DecisionRow | null;
  readonly remedies: readonly RemedyRow[];
  /** Answers given elsewhere that fit empty places here. */
  readonly known: number;
}

export function overviewPage(file: ApplicationFile, { decision, remedies, known }: OverviewRows) {
  return (context: PageContext): OverviewPage => {
    const { t, lang } = context;
    const { application, programme, correction, today } = file;
    const state = stateForApplicant(application.state, programme.state);
    const row = (term: string, value: string) => ({ term: t(term), value, action: null });
    const results = isPublished(programme.state) && applicationIn.hasLetter.has(state);
    return {
      ...formFrame(file, null, context),
      id: application.id,
      status: isReopened(file)
        ? { label: t('applications.status.reopened'), tone: 'attention' }
        : { label: t(`lifecycle.application.${state}`), tone: toneOf(state) },
      what: t(draftKey(file) ?? nextKey(state, programme.state)),
      facts: {
        rows: [
          row('applications.overview.programme', programme.name),
          ...(application.receiptNumber
            ? [row('applications.receipt.number', application.receiptNumber)]
            : []),
          ...(application.submittedAt
            ? [row('applications.receipt.time', formatInstant(lang, application.submittedAt))]
            : []),
          // The hour of a move that is not shown would tell that there was one.
          ...(state === application.state
            ? [row('applications.overview.since', formatInstant(lang, application.stateSince))]
            : []),
        ],
      },
      tasks: { tasks: formSteps.map((step) => taskOf(file, step, context)) },
      correction: correction
        ? {
            reason: correction.reason,
            due: t('applications.correction.due', {
              day: formatDayWeekday(lang, correction.dueOn),
            }),
            overdue: today > correction.dueOn,
            items: correction.items.map((item) => itemLabel(file, item, context)),
          }
        : null,
      phases: finalStates(applicationLifecycle).includes(state)
        ? null
        : nextPhases(programme, context),
      decision: decisionOf(application.state, decision, context),
      receipt: application.receiptNumber !== null,
      letter: results,
      working: results && isConferred(programme.state),
      titleId: decision?.titleId ?? null,
      canWithdraw: mayWithdraw(file),
      canReopen: mayReopen(file),
      canDrop: isDroppable(application),
      reopened: reopenedText(file, context),
      known: known > 0 ? t('applications.known.offer', { count: known }) : null,
      receipts: [...receiptsOf(file, context), ...slipsOf(file, remedies, context)],
      canAppeal: applicationIn.declined.has(application.state),
      statement: statementOf(file, decision, context),
    };
  };
}

/** Whether the lifecycle still has a way out on the applicant's request. */
export function mayWithdraw({ application }: ApplicationFile): boolean {
  const { state } = application;
  if (isDroppable(application)) return false;
  if (finalStates(applicationLifecycle).includes(state)) return false;
  const event: ApplicationEvent = 'withdraw';
  return applicationLifecycle.rows.some((row) => row.event === event && row.from.includes(state));
}

function taskOf(file: ApplicationFile, step: FormStep, { t }: PageContext) {
  const label = t(`applications.step.${step}`);
  const href = `/my/applications/${file.application.id}/${step}`;
  const hint = t(`applications.step.${step}.hint`);
  if (isOpenedForCorrection(file, step)) {
    return {
      label,
      href,
      hint,
      status: { label: t('applications.status.correct'), tone: 'attention' } as const,
    };
  }
  if (!applicationIn.draft.has(file.application.state)) {
    return {
      label,
      href,
      hint,
      status: { label: t('applications.status.filed'), tone: 'good' } as const,
    };
  }
  const status: StatusTag = isCounted(step)
    ? progressTag(file, step, t)
    : { label: t(`applications.status.${step}`), tone: 'neutral' };
  return { label, href, hint, status };
}

function progressTag(file: ApplicationFile, step: CountedStep, t: Translate): StatusTag {
  const counts = stepCounts(file, step);
  const progress = stepProgress(counts);
  return { label: t(`applications.status.${progress}`, { ...counts }), tone: tones[progress] };
}

const tones = {
  notBegun: 'neutral',
  partly: 'attention',
  enough: 'good',
  complete: 'good',
} as const;

function isOpenedForCorrection(file: ApplicationFile, step: FormStep): boolean {
  if (file.open.everything || !isAnythingOpen(file.open)) return false;
  if (step === 'evidence') return openForEvidence(file).length > 0;
  return (step === 'figures' || step === 'texts') && stepSections(file, step).some(isSectionOpen);
}

/** What an office decided against the application, with reason, basis and remedy as it was told. */
function decisionOf(
  state: string,
  decision: DecisionRow | null,
  { t }: PageContext,
): SummaryList | null {
  if (!decision) return null;
  const rows: readonly (readonly [string, string | null])[] = applicationIn.screenedOut.has(state)
    ? [
        ['applications.decision.reason', decision.reason],
        ['applications.decision.basis', decision.basis],
        ['applications.decision.remedy', decision.remedy],
      ]
    : applicationIn.declined.has(state)
      ? [['applications.decision.opinion', decision.opinion]]
      : [];
  const given = rows.flatMap(([term, value]) =>
    value ? [{ term: t(term), value, action: null }] : [],
  );
  return given.length ? { rows: given } : null;
}

function statementOf(
  { application, today }: ApplicationFile,
  decision: DecisionRow | null,
  { t, lang }: PageContext,
): StatementModel | null {
  if (!decision) return null;
  const { statement, outcome, reply, statementDueOn } = decision;
  const rows: readonly (readonly [string, string | null])[] = [
    ['review.remedy.said', statement],
    ['review.remedy.outcome', outcome && t(`review.statement.${outcome}`)],
    ['review.remedy.reply', reply],
  ];
  const open =
    applicationIn.screenedOut.has(application.state) &&
    !statement &&
    statementDueOn &&
    today <= statementDueOn;
  if (!open && !statement) return null;
  return {
    due: open ? formatDayWeekday(lang, statementDueOn) : null,
    record: {
      rows: rows.flatMap(([term, value]) =>
        value ? [{ term: t(term), value, action: null }] : [],
      ),
    },
  };
}
