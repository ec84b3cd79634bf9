import { formatHundredths } from '../../../../text/format.js';
import { type ImportPage, importPage } from '../../../../web/imports/import-page.js';
import type { ImportShown } from '../../../../web/imports/import-steps.js';
import type { PageContext } from '../../../../web/page-context.js';
import type { WorkbookPlan } from '../plan-workbook.js';
import type { LineProblem, PlannedCell } from '../read-workbook-rows.js';
import { WORKBOOK_COLUMNS } from '../workbook-columns.js';

export function workbookPage(shown: ImportShown<WorkbookPlan>) {
  return (context: PageContext): ImportPage => {
    const { t } = context;
    const { plan } = shown;
    const writes = plan ? plan.counts.new + plan.counts.changed : 0;
    const texts = {
      title: t('judging.workbook.title'),
      parent: { label: t('judging.home.title'), href: '/judging' },
      base: 'judging/workbook',
      lead: t('judging.workbook.lead'),
      hint: t('judging.workbook.hint'),
      columns: WORKBOOK_COLUMNS.map(({ key }) => t(`judging.workbook.${key}`)),
      links: [{ label: t('judging.workbook.xlsx'), href: 'judging/workbook/template' }],
      beginsWithLinks: true,
      consequence: t('judging.workbook.consequence', { sheets: plan?.sheets.length ?? 0 }),
      submit: t('judging.workbook.submit', { count: writes }),
      changes: t('judging.workbook.changes'),
      entering: t('judging.workbook.entering'),
      of: t('judging.workbook.of'),
    };
    return importPage(texts, plan ? preview(plan, writes, context) : null, shown, context);
  };
}

function preview(plan: WorkbookPlan, writes: number, context: PageContext) {
  const { t } = context;
  const { counts, encoding, hash, digest, errors, warnings, asked } = plan;
  const tile = (key: string, value: number) => ({ label: t(`merchants.import.${key}`), value });
  const line = (one: LineProblem) => ({
    line: one.line,
    text: t('judging.workbook.inColumn', {
      column: t(`judging.workbook.${one.field}`),
      said: t(one.code, one.variables),
    }),
  });
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
    changes: plan.sheets.flatMap(({ number, merchantName, cells }) =>
      cells.map((cell) => ({
        line: cell.line,
        name: [t('judging.sheet.numbered', { number }), merchantName ?? ''].join(' ').trim(),
        cells: [cellLine(cell, context)],
      })),
    ),
    mostChanges: plan.counts.new + plan.counts.changed,
    asked,
    writes,
  };
}

function cellLine({ indicator, field, before, after }: PlannedCell, { t, lang }: PageContext) {
  const name = lang === 'en' ? indicator.name.en : indicator.name.zh;
  const words = (value: number | string | null) =>
    typeof value === 'number' ? formatHundredths(value) : (value ?? '\u2014');
  return {
    label: t('judging.workbook.ofIndicator', {
      indicator: `${indicator.code} ${name}`,
      field: t(`judging.workbook.${field}`),
    }),
    before: words(before),
    after: words(after),
  };
}
