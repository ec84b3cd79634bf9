import { type ImportPage, importPage } from '../../../../web/imports/import-page.js';
import type { ImportShown } from '../../../../web/imports/import-steps.js';
import type { PageContext } from '../../../../web/page-context.js';
import type { VerdictPlan } from '../plan-verdict-import.js';
import type { LineProblem, PlannedVerdict } from '../read-verdict-rows.js';
import { VERDICT_COLUMNS } from '../verdict-columns.js';

export function verdictImportPage(shown: ImportShown<VerdictPlan>) {
  return (context: PageContext): ImportPage => {
    const { t } = context;
    const { plan } = shown;
    const writes = plan ? plan.counts.new + plan.counts.changed : 0;
    const texts = {
      title: t('review.verdictImport.title'),
      parent: { label: t('review.verification.title'), href: '/office/verification' },
      base: 'office/verification/import',
      lead: t('review.verdictImport.lead'),
      hint: t('review.verdictImport.hint'),
      columns: VERDICT_COLUMNS.map(({ key }) => t(`review.verdictImport.${key}`)),
      links: [
        { label: t('review.verdictImport.xlsx'), href: 'office/verification/import/template' },
        {
          label: t('review.verdictImport.csv'),
          href: 'office/verification/import/template?kind=csv',
        },
      ],
      consequence: t('review.verdictImport.consequence', { files: plan?.files.length ?? 0 }),
      submit: t('review.verdictImport.submit', { count: writes }),
      changes: t('review.verdictImport.changes'),
      entering: t('review.verdictImport.entering'),
      of: t('review.verdictImport.of'),
    };
    return importPage(texts, plan ? preview(plan, writes, context) : null, shown, context);
  };
}

function preview(plan: VerdictPlan, writes: number, { t }: PageContext) {
  const { counts, encoding, hash, digest, errors, warnings } = plan;
  const tile = (key: string, value: number) => ({ label: t(`merchants.import.${key}`), value });
  const text = (value: string) => value || t('merchants.notGiven');
  const line = (one: LineProblem) => {
    const field = one.item ?? t(`review.verdictImport.${one.field}`);
    return { line: one.line, text: t(one.code, { ...one.variables, field }) };
  };
  const cells = ({ label, before, after }: PlannedVerdict) =>
    (['verdict', 'value', 'reason'] as const)
      .filter((key) => before[key] !== after[key])
      .map((key) => ({
        label: t('review.verdictImport.ofFigure', {
          figure: label,
          field: t(`review.verdictImport.${key}`),
        }),
        before: text(before[key]),
        after: text(after[key]),
      }));
  return {
    encoding,
    hash,
    digest,
    tiles: [
      tile('new', counts.new),
      tile('changed.count', counts.changed),
      tile('unchanged', counts.unchanged),
      tile('errors', new Set(errors.map((one) => one.line)).size),
    ],
    errors: errors.map(line),
    warnings: warnings.map(line),
    changes: plan.files.flatMap(({ merchantName, verdicts }) =>
      verdicts.map((one) => ({ line: one.line, name: merchantName, cells: cells(one) })),
    ),
    asked: warnings.length,
    writes,
  };
}
