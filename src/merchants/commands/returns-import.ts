import { ImportReturns } from '../returns-import/import-returns.js';
import { PlanReturnsImport, type ReturnsPlan } from '../returns-import/plan-returns-import.js';
import { returnLine } from '../returns-import/return-line.js';
import { importCommand } from './import-command.js';

export const returnsImport = importCommand<ReturnsPlan>({
  name: 'returns import',
  about: 'cli.returnsImport.about',
  noFile: 'cli.returnsImport.noFile',
  plan: (services, content) => services.get(PlanReturnsImport).run(content),
  enter: (services, by, order) => services.get(ImportReturns).run(by, order),
  complaints: (plan, path, { t }) => {
    const say = (key: string) => (one: ReturnsPlan['errors'][number]) =>
      t(key, { path, ...returnLine(one, plan, t) });
    return [
      ...plan.errors.map(say('cli.merchantsImport.error')),
      ...plan.warnings.map(say('cli.merchantsImport.warning')),
    ];
  },
});
