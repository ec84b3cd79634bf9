import type { RoundRow } from '../../../programmes/programme.queries.js';
import { formatInstant } from '../../../text/format.js';
import type { StatusTag, SummaryList, TableNumbers } from '../../../web/component-models.js';
import type {
  ErrorSummary,
  FieldCheckboxes,
  FieldNumber,
  FieldRadios,
  FieldText,
} from '../../../web/field-models.js';
import { type RawForm, typedTexts } from '../../../web/forms/parse-value.js';
import { type Submitted, unsentForm } from '../../../web/forms/submitted.js';
import type { PageContext } from '../../../web/page-context.js';
import type { PageFrame } from '../../../web/views/page.js';
import type { TrimRow } from '../../../rules/scoring/rule-set.js';
import { assignmentObstacles } from '../assignment-obstacles.js';
import type { AssignmentPreview } from '../assignment-previews.js';
import type { AssignmentRow, RoundAssignmentRow } from '../assignment.queries.js';
import type { RoundState, SittingJudge } from '../round-facts.js';
import { type AssignmentDecisionForm, AssignmentForm, limitName } from './assignment.form.js';
import { type PreviewModel, plannedModel, wholePanelModel } from './assignment-preview.model.js';
import { applicationTable, loadTable } from './assignment-tables.js';
import { arrangement, roundStatus } from './assignments.page.js';
import { categoryName } from '../../sheets/pages/judging-home.page.js';
import { seatLabel } from '../../panel/pages/panel.page.js';

declare module '../../../web/views/page.js' {
  interface PageModels {
    'judging/assignment': AssignmentPage;
  }
}

export interface AssignmentPage extends PageFrame {
  readonly base: string;
  /** Whether this person may bring a table instead. */
  readonly importing: boolean;
  readonly status: StatusTag;
  readonly lead: string;
  readonly summary: ErrorSummary;
  readonly waiting: readonly string[];
  readonly preview: PreviewModel | null;
  readonly form: {
    readonly mode: FieldRadios;
    readonly perApplication: FieldNumber;
    readonly limit: FieldNumber;
    /** Null where nothing is assigned that could be kept. */
    readonly keep: FieldCheckboxes | null;
    readonly seed: FieldText;
    readonly limits: readonly (FieldNumber & { readonly id: string; readonly judge: string })[];
  } | null;
  readonly inForce: {
    readonly facts: SummaryList;
    readonly problem: { readonly href: string } | null;
    readonly plan: { readonly href: string };
  };
  readonly loads: TableNumbers | null;
  readonly applications: TableNumbers | null;
}

export interface AssignmentData {
  readonly round: RoundRow;
  readonly row: RoundAssignmentRow;
  readonly state: RoundState;
  readonly trimTable: readonly TrimRow[];
  readonly preview: AssignmentPreview | 'wholePanel' | null;
  readonly mayApply: boolean;
}

/** What came back refused: the choice, or the decision on a preview. */
export interface Refused {
  readonly choice: Submitted<AssignmentForm> | null;
  readonly decision: Submitted<AssignmentDecisionForm> | null;
}

export function assignmentPage(data: AssignmentData, refused: Refused) {
  return (context: PageContext): AssignmentPage => {
    const { t } = context;
    const { round, row, state, mayApply } = data;
    const obstacles = assignmentObstacles(row);
    const title = t(`assignment.round.title.${round.kind}`, {
      category: categoryName(row, context),
    });
    const given = refused.choice ?? refused.decision;
    const open = mayApply && obstacles.length === 0;
    const preview = open ? previewModel(data, refused.decision, context) : null;
    return {
      title,
      breadcrumbs: [
        { label: t('navigation.office'), href: '/office' },
        { label: t('assignment.page.title'), href: '/office/assignments' },
        { label: title, href: null },
      ],
      base: `office/assignments/${round.id}`,
      importing: open,
      status: roundStatus(row, context),
      lead: arrangement(row, context),
      summary: given ? context.draw(given).summary : { errors: [] },
      waiting: obstacles.map(({ code, variables }) => t(code, variables)),
      preview,
      form: open ? formModel(data, refused.choice, context) : null,
      inForce: inForceModel(round.id, state.inForce, context),
      loads: preview?.loads ? null : loadTable(state, null, null, context),
      applications:
        preview?.applications || row.mode !== 'perApplication'
          ? null
          : applicationTable(state, state.present, null, context),
    };
  };
}

function previewModel(
  { state, preview, trimTable }: AssignmentData,
  given: Submitted<AssignmentDecisionForm> | null,
  context: PageContext,
): PreviewModel | null {
  if (preview === null) return null;
  return preview === 'wholePanel'
    ? wholePanelModel(state, given, context)
    : plannedModel(state, preview, trimTable, given, context);
}

function formModel(
  data: AssignmentData,
  given: Submitted<AssignmentForm> | null,
  context: PageContext,
): AssignmentPage['form'] {
  const form = given ?? unsentForm(AssignmentForm, lastChoice(data));
  const drawn = context.draw(form);
  return {
    mode: drawn.radios(
      'mode',
      (['wholePanel', 'perApplication'] as const).map((value) => ({
        value,
        label: context.t(`assignment.mode.${value}`),
        hint: context.t(`assignment.mode.${value}.hint`),
      })),
    ),
    perApplication: { ...drawn.number('perApplication'), required: true },
    limit: drawn.number('limit'),
    keep: data.state.facts.assigned.length ? drawn.flag('keep') : null,
    seed: drawn.text('seed'),
    limits: data.state.seats
      .filter(({ declared }) => declared === 1)
      .map((seat) => limitField(seat, form, context)),
  };
}

function limitField(seat: SittingJudge, form: Submitted<AssignmentForm>, context: PageContext) {
  const name = limitName(seat.id);
  const error = form.errors.find(({ field }) => field === name);
  const label = context.t('assignment.form.limitOf', {
    seat: seatLabel(seat, context),
    name: seat.name,
  });
  return {
    id: seat.id,
    judge: label,
    name,
    label,
    hint: null,
    error: error ? context.t(error.code, error.variables) : null,
    required: false,
    value: typedTexts(form.typed, name)[0] ?? '',
    unit: context.t('assignment.unit.sheets'),
    decimals: false,
  };
}

/** What was chosen last: by the preview on the page, or by the decision in force. */
function lastChoice({ preview, state }: AssignmentData): RawForm {
  const problem = preview && preview !== 'wholePanel' ? preview.problem : state.inForce?.problem;
  if (!problem) return { mode: 'wholePanel' };
  const { limit, limits, keep } = problem.choice;
  const adjusting = preview && preview !== 'wholePanel' ? keep : true;
  return {
    mode: preview === 'wholePanel' ? 'wholePanel' : 'perApplication',
    perApplication: String(problem.perEntry),
    limit: limit === null ? '' : String(limit),
    keep: adjusting ? 'on' : '',
    seed: String(problem.seed),
    ...Object.fromEntries(
      Object.entries(limits).map(([seat, most]) => [limitName(seat), String(most)]),
    ),
  };
}

function inForceModel(
  roundId: string,
  row: AssignmentRow | null,
  { t, lang }: PageContext,
): AssignmentPage['inForce'] {
  const base = `/office/assignments/${roundId}`;
  const line = (term: string, value: string | null) =>
    value === null ? [] : [{ term: t(`assignment.record.${term}`), value, action: null }];
  return {
    facts: {
      rows: row
        ? [
            ...line('number', t('assignment.record.number.value', { number: row.number })),
            ...line('decided', `${formatInstant(lang, row.appliedAt)} ${row.appliedByName}`),
            ...line('reason', row.reason),
            ...(row.problem?.choice.table
              ? line('table', row.problem.choice.table)
              : line('seed', row.seed)),
            ...line('problemHash', row.problemHash),
            ...line('planHash', row.planHash),
          ]
        : [],
    },
    problem: row?.problem ? { href: `${base}/problem.json` } : null,
    plan: { href: `${base}/plan.csv` },
  };
}
