import type { FieldProblem } from '../../rules/registry/field-problem.js';
import {
  type ImportCell,
  type ImportLine,
  type ImportPage,
  importPage,
} from '../../web/imports/import-page.js';
import type { ImportShown } from '../../web/imports/import-steps.js';
import type { PageContext } from '../../web/page-context.js';
import type { ImportPlan, PlannedRow } from '../plan-import.js';
import { REGISTRY_COLUMNS } from '../registry-columns.js';
import { differences } from './record-texts.js';

export function registryImportPage(shown: ImportShown<ImportPlan>) {
  return (context: PageContext): ImportPage => {
    const { t } = context;
    const { plan } = shown;
    const writes = plan ? plan.counts.new + plan.counts.changed : 0;
    const texts = {
      title: t('merchants.import.title'),
      parent: { label: t('merchants.registry.title'), href: '/office/registry' },
      base: 'office/registry/import',
      lead: t('merchants.import.lead'),
      hint: t('merchants.import.file.hint'),
      columns: REGISTRY_COLUMNS.map(({ key }) => t(`merchants.column.${key}`)),
      links: [
        { label: t('merchants.import.template'), href: 'office/registry/import/template' },
        { label: t('merchants.import.whole'), href: 'office/registry/export?file=xlsx' },
      ],
      consequence: t('merchants.import.confirm.text'),
      submit: t('merchants.import.confirm', { count: writes }),
      changes: t('merchants.import.changes.title'),
      entering: t('merchants.import.entering'),
      of: t('merchants.import.rows'),
    };
    return importPage(texts, plan ? preview(plan, writes, context) : null, shown, context);
  };
}

function preview(plan: ImportPlan, writes: number, context: PageContext) {
  const { t } = context;
  const { counts, encoding, hash, digest, errors, warnings } = plan;
  const tile = (key: string, value: number) => ({ label: t(`merchants.import.${key}`), value });
  return {
    encoding,
    hash,
    digest,
    tiles: [
      tile('new', counts.new),
      tile('changed.count', counts.changed),
      tile('unchanged', counts.unchanged),
      tile('errors', new Set(errors.map(({ line }) => line)).size),
    ],
    errors: errors.map((one) => problemLine(one, context)),
    warnings: warnings.map((one) => problemLine(one, context)),
    changes: plan.rows
      .filter((row) => row.kind === 'changed')
      .map((row) => ({
        line: row.line,
        name: row.facts.name,
        cells: cellsOf(row, context),
      })),
    asked: warnings.filter(({ asks }) => asks).length,
    writes,
  };
}

/** Every cell that the file changes, as it stands and as it would stand. */
function cellsOf({ facts, known, changed }: PlannedRow, context: PageContext): ImportCell[] {
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

/** The sentence of a problem as the form would say it. */
function problemLine(
  problem: FieldProblem & { readonly line: number },
  { t }: Pick<PageContext, 't'>,
): ImportLine {
  const field = t(`merchants.column.${problem.field}`);
  return { line: problem.line, text: t(problem.code, { ...problem.variables, field }) };
}
