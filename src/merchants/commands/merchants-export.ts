import type { Command } from '../../command.js';
import { Clock } from '../../config/clock.js';
import { writeCsv } from '../../text/csv.js';
import { ExportRegistry } from '../export-registry.js';
import { registryListOf } from '../registry-list.js';

/** The whole register on stdout, in the columns that `merchants import` reads. */
export const merchantsExport: Command = {
  name: 'merchants export',
  about: 'cli.merchantsExport.about',
  usage: '> FILE.csv',
  run: async (_, context) => {
    const services = await context.services();
    const table = registryListOf({}, services.get(Clock).now());
    const { header, rows } = await services
      .get(ExportRegistry)
      .run({ accountId: null }, table, {}, context.lang);
    const csv = writeCsv(header, rows);
    context.print(csv.replace(/\r\n$/, '\r'));
    return 0;
  },
};
