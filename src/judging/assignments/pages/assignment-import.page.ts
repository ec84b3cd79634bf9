import type { RoundRow } from '../../../programmes/programme.queries.js';
import { TABLE_COLUMNS, type TableProblem } from '../../../rules/assignment/table-row.js';
import type { TrimRow } from '../../../rules/scoring/rule-set.js';
import type { ErrorSummary, FieldFile, FieldNumber } from '../../../web/field-models.js';
import { type Submitted, unsentForm } from '../../../web/forms/submitted.js';
import type { PageContext } from '../../../web/page-context.js';
import type { PageFrame } from '../../../web/views/page.js';
import { categoryName } from '../../sheets/pages/judging-home.page.js';
import { assignmentObstacles } from '../assignment-obstacles.js';
import type { RoundAssignmentRow } from '../assignment.queries.js';
import type { ImportedAssignment } from '../imported-assignment.js';
import { COLUMN_LABELS } from '../read-assignment-file.js';
import type { RoundState } from '../round-facts.js';
import { type AssignmentImportForm, ImportDecisionForm } from './assignment.form.js';
import { type PreviewModel, plannedModel } from './assignment-preview.model.js';

declare module '../../../web/views/page.js' {
  interface PageModels {
    'judging/assignment-import': AssignmentImportPage;
  }
}

/** More lines than this help nobody; the rest is counted. */
const most = 200;

export interface ImportShown {
  readonly planned: ImportedAssignment;
  /** Hash of the table. */
  readonly file: string;
  /** The decision that came back refused. */
  readonly decision: Submitted<ImportDecisionForm> | null;
}

export interface AssignmentImportPage extends PageFrame {
  readonly base: string;
  readonly summary: ErrorSummary;
  readonly waiting: readonly string[];
  readonly form: { readonly perApplication: FieldNumber; readonly file: FieldFile } | null;
  readonly columns: string;
  readonly problems: {
    readonly lead: string;
    readonly lines: readonly {
      readonly row: string;
      readonly column: string;
      readonly text: string;
    }[];
    readonly more: number;
  } | null;
  readonly preview: PreviewModel | null;
  /** What the decision carries along. */
  readonly sent: {
    readonly file: string;
    readonly digest: string;
    readonly perApplication: number;
  } | null;
}

export interface AssignmentImportData {
  readonly round: RoundRow;
  readonly row: RoundAssignmentRow;
  readonly state: RoundState;
  readonly trimTable: readonly TrimRow[];
  readonly form: Submitted<AssignmentImportForm>;
  readonly shown: ImportShown | null;
}

export function assignmentImportPage(data: AssignmentImportData) {
  return (context: PageContext): AssignmentImportPage => {
    const { t } = context;
    const { round, row, shown, form } = data;
    const base = `office/assignments/${round.id}`;
    const obstacles = assignmentObstacles(row);
    const drawn = context.draw(form);
    const sound = obstacles.length === 0 ? shown?.planned.sound : null;
    return {
      title: t('assignment.import.title'),
      breadcrumbs: [
        { label: t('navigation.office'), href: '/office' },
        { label: t('assignment.page.title'), href: '/office/assignments' },
        {
          label: t(`assignment.round.title.${round.kind}`, {
            category: categoryName(row, context),
          }),
          href: `/${base}`,
        },
        { label: t('assignment.import.title'), href: null },
      ],
      base,
      summary: context.draw(shown?.decision ?? form).summary,
      waiting: obstacles.map(({ code, variables }) => t(code, variables)),
      form: obstacles.length
        ? null
        : { perApplication: drawn.number('perApplication'), file: fileField(form, context) },
      columns: TABLE_COLUMNS.map((column) => t(COLUMN_LABELS[column])).join(
        t('navigation.listComma'),
      ),
      problems: shown?.planned.problems.length ? problemTable(shown.planned, context) : null,
      preview: shown && sound ? preview(data, shown, sound, context) : null,
      sent:
        shown && sound
          ? {
              file: shown.file,
              digest: sound.digest,
              perApplication: shown.planned.perApplication,
            }
          : null,
    };
  };
}

function preview(
  { state, trimTable }: AssignmentImportData,
  { planned, decision }: ImportShown,
  { problem, plan }: NonNullable<ImportedAssignment['sound']>,
  context: PageContext,
): PreviewModel {
  const found = {
    id: '',
    createdAt: '',
    problem,
    plan,
    refusal: null,
    pairs: planned.pairs,
    stale: false,
  };
  const model = plannedModel(state, found, trimTable, null, context);
  const given = context.draw(decision ?? unsentForm(ImportDecisionForm));
  return { ...model, problem: null, plan: null, reason: given.textarea('reason') };
}

function problemTable({ problems, rows }: ImportedAssignment, { t }: PageContext) {
  const line = ({ row, column, code, variables }: TableProblem) => ({
    row: row === null ? t('assignment.import.noRow') : String(row),
    column: t(COLUMN_LABELS[column]),
    text: t(code, variables),
  });
  return {
    lead: t('assignment.import.problems', { count: problems.length, rows }),
    lines: problems.slice(0, most).map(line),
    more: Math.max(0, problems.length - most),
  };
}

function fileField(form: Submitted<AssignmentImportForm>, { t }: PageContext): FieldFile {
  const error = form.errors.find(({ field }) => field === 'file');
  return {
    name: 'file',
    label: t('assignment.import.file'),
    hint: t('assignment.import.file.hint'),
    error: error ? t(error.code, error.variables) : null,
    required: true,
    accept: '.csv,.xlsx',
    multiple: false,
    files: [],
  };
}
