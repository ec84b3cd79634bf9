import type { Refusal } from '../../rules/refusal.js';
import type { FieldProblem } from '../../rules/registry/field-problem.js';
import type { StatTiles } from '../../web/component-models.js';
import type { ErrorSummary, FieldCheckboxes, FieldFile } from '../../web/field-models.js';
import type { PageContext } from '../../web/page-context.js';
import type { PageFrame } from '../../web/views/page.js';
import type { ImportPlan, PlannedRow } from '../plan-import.js';
import { REGISTRY_COLUMNS } from '../registry-columns.js';
import { confirmField } from '../../web/forms/confirmed-doubts.js';
import { type Difference, differences } from './record-texts.js';

declare module '../../web/views/page.js' {
  interface PageModels {
    'merchants/import': ImportPage;
  }
}

/** More lines than this help nobody; the rest is counted. */
const most = 200;

interface ProblemLine {
  readonly line: number;
  readonly text: string;
}

export interface ImportPage extends PageFrame {
  readonly summary: ErrorSummary;
  readonly file: FieldFile;
  readonly columns: string;
  readonly preview: {
    readonly tiles: StatTiles;
    readonly encoding: string;
    readonly errors: readonly ProblemLine[];
    readonly moreErrors: number;
    readonly warnings: readonly ProblemLine[];
    readonly changes: readonly { line: number; name: string; cells: readonly Difference[] }[];
    readonly moreChanges: number;
    /** Null while the file has errors or changes nothing. */
    readonly confirm: {
      hash: string;
      digest: string;
      count: number;
      /** The word of the person, where the plan asks for it. */
      confirmed: FieldCheckboxes | null;
    } | null;
  } | null;
}

export interface ImportRows {
  readonly plan: ImportPlan | null;
  readonly refusal: Refusal | null;
}

export function importPage({ plan, refusal }: ImportRows) {
  return (context: PageContext): ImportPage => {
    const { t } = context;
    const error = refusal ? t(refusal.code, refusal.variables) : null;
    return {
      title: t('merchants.import.title'),
      breadcrumbs: [
        { label: t('merchants.registry.title'), href: '/office/registry' },
        { label: t('merchants.import.title'), href: null },
      ],
      summary: { errors: error ? [{ name: refusal?.field ?? 'file', text: error }] : [] },
      file: {
        name: 'file',
        label: t('merchants.import.file'),
        hint: t('merchants.import.file.hint'),
        error: refusal?.field === 'confirmed' ? null : error,
        required: true,
        accept: '.xlsx,.csv,.txt',
        multiple: false,
        files: [],
      },
      columns: REGISTRY_COLUMNS.map(({ key }) => t(`merchants.column.${key}`)).join(
        t('navigation.listComma'),
      ),
      preview: plan ? preview(plan, error, context) : null,
    };
  };
}

function preview(
  plan: ImportPlan,
  error: string | null,
  context: PageContext,
): NonNullable<ImportPage['preview']> {
  const { t } = context;
  const { counts } = plan;
  const wrong = new Set(plan.errors.map((one) => one.line)).size;
  const tile = (key: string, value: number) => ({
    label: t(`merchants.import.${key}`),
    value: String(value),
    unit: t('merchants.import.rows'),
    note: null,
  });
  const changes = plan.rows.filter((row) => row.kind === 'changed');
  const writes = counts.new + counts.changed;
  return {
    tiles: {
      tiles: [
        tile('new', counts.new),
        tile('changed.count', counts.changed),
        tile('unchanged', counts.unchanged),
        tile('errors', wrong),
      ],
    },
    encoding: plan.encoding,
    errors: plan.errors.slice(0, most).map((one) => problemLine(one, context)),
    moreErrors: Math.max(0, plan.errors.length - most),
    warnings: plan.warnings.slice(0, most).map((one) => problemLine(one, context)),
    changes: changes.slice(0, most).map((row) => ({
      line: row.line,
      name: row.facts.name,
      cells: cellsOf(row, context),
    })),
    moreChanges: Math.max(0, changes.length - most),
    confirm:
      plan.errors.length || writes === 0
        ? null
        : {
            hash: plan.hash,
            digest: plan.digest,
            count: writes,
            confirmed: plan.warnings.some(({ asks }) => asks) ? confirmed(plan, error, t) : null,
          },
  };
}

/** Every cell that the file changes, as it stands and as it would stand. */
function cellsOf({ facts, known, changed }: PlannedRow, context: PageContext): Difference[] {
  const nothing = context.t('merchants.notGiven');
  const contacts = (['contactMobile', 'contactEmail'] as const).filter((key) =>
    changed.includes(key),
  );
  return [
    ...differences(context, known!.facts, facts),
    ...contacts.map((key) => ({
      label: context.t(`merchants.${key}`),
      before: known![key] || nothing,
      after: facts[key] || nothing,
    })),
  ];
}

function confirmed(
  { warnings }: ImportPlan,
  error: string | null,
  t: PageContext['t'],
): FieldCheckboxes {
  const count = warnings.filter(({ asks }) => asks).length;
  const label = t('merchants.import.asked', { count });
  return confirmField(label, t('merchants.import.confirmed'), { error, ticked: false });
}

/** The sentence of a problem as the form would say it. */
function problemLine(
  problem: FieldProblem & { readonly line: number },
  { t }: Pick<PageContext, 't'>,
): ProblemLine {
  const field = t(`merchants.column.${problem.field}`);
  return { line: problem.line, text: t(problem.code, { ...problem.variables, field }) };
}
