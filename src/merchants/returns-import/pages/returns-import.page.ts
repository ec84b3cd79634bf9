import { translate } from '../../../text/catalogue.js';
import { type ImportPage, importPage } from '../../../web/imports/import-page.js';
import type { ImportShown } from '../../../web/imports/import-steps.js';
import type { PageContext } from '../../../web/page-context.js';
import type { ReturnsPlan } from '../plan-returns-import.js';
import { RETURN_COLUMNS, returnHeader } from '../return-columns.js';
import { returnFieldLabel, returnLine } from '../return-line.js';

export function returnsImportPage(shown: ImportShown<ReturnsPlan>, years: readonly number[]) {
  return (context: PageContext): ImportPage => {
    const { t, lang } = context;
    const { plan } = shown;
    const writes = plan ? plan.counts.new + plan.counts.changed : 0;
    const texts = {
      title: t('merchants.returnsImport.title'),
      parent: { label: t('merchants.registry.title'), href: '/office/registry' },
      base: 'office/registry/returns/import',
      lead: t('merchants.returnsImport.lead'),
      hint: t('merchants.returnsImport.hint'),
      columns: RETURN_COLUMNS.map((column) => returnHeader(lang, column)),
      links: years.map((year) => ({
        label: t('merchants.returnsImport.template', { year: String(year) }),
        href: `office/registry/returns/import/template?year=${year}`,
      })),
      consequence: t('merchants.returnsImport.consequence'),
      submit: t('merchants.returnsImport.submit', { count: writes }),
      changes: t('merchants.returnsImport.changes'),
      entering: t('merchants.returnsImport.entering'),
      of: t('merchants.returnsImport.of'),
    };
    return importPage(texts, plan ? preview(plan, writes, context) : null, shown, context);
  };
}

function preview(plan: ReturnsPlan, writes: number, { t, lang }: PageContext) {
  const { counts, encoding, hash, digest, errors, warnings } = plan;
  const tile = (key: string, value: number) => ({ label: t(`merchants.import.${key}`), value });
  const text = (value: string) => value || translate(lang, 'merchants.notGiven');
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
    errors: errors.map((one) => returnLine(one, plan, t)),
    warnings: warnings.map((one) => returnLine(one, plan, t)),
    changes: plan.rows
      .filter(({ changed }) => changed.length)
      .map(({ line, name, changed }) => ({
        line,
        name,
        cells: changed.map(({ field, before, after }) => ({
          label: returnFieldLabel(field, plan.shops, t),
          before: text(before),
          after: text(after),
        })),
      })),
    asked: warnings.length,
    writes,
  };
}
