import { ImportMerchants } from '../import-merchants.js';
import { type ImportPlan, PlanImport } from '../plan-import.js';
import { importCommand } from './import-command.js';

export const merchantsImport = importCommand<ImportPlan>({
  name: 'merchants import',
  about: 'cli.merchantsImport.about',
  noFile: 'cli.merchantsImport.noFile',
  plan: (services, content) => services.get(PlanImport).run(content),
  enter: (services, by, order) => services.get(ImportMerchants).run(by, order),
  complaints: (plan, path, { t }) => {
    const say = (key: string) => (one: ImportPlan['errors'][number]) => {
      const field = t(`merchants.column.${one.field}`);
      return t(key, { path, line: one.line, text: t(one.code, { ...one.variables, field }) });
    };
    return [
      ...plan.errors.map(say('cli.merchantsImport.error')),
      ...plan.warnings.map(say('cli.merchantsImport.warning')),
    ];
  },
});
