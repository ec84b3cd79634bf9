import type { Database } from '../../src/database/database.js';
import { Park } from '../../src/merchants/park.entity.js';
import { WorkingDayYear } from '../../src/programmes/working-day-year.entity.js';
import { PARKS } from './parks.js';
import { WORKING_DAY_YEARS } from './working-days.js';

export interface ReferenceCounts {
  readonly years: number;
  readonly parks: number;
}

const SOURCE = '国务院办公厅关于部分节假日安排的通知';

/** Adds what is missing of the data every city needs; what the office changed stays as it is. */
export async function seedReference(database: Database, now: string): Promise<ReferenceCounts> {
  const years = await database.rows<{ year: number }>('SELECT year FROM working_day_year');
  const parks = await database.rows<{ code: string }>('SELECT code FROM park');
  const newYears = WORKING_DAY_YEARS.filter(({ year }) => !years.some((one) => one.year === year));
  const newParks = PARKS.filter(({ code }) => !parks.some((one) => one.code === code));
  await database.transaction(async () => {
    if (newYears.length) {
      await database.repo(WorkingDayYear).insert(
        newYears.map(({ year, holidays, makeUpDays }) => ({
          year,
          holidays: [...holidays],
          makeUpDays: [...makeUpDays],
          source: SOURCE,
          changedBy: null,
          changedAt: now,
        })),
      );
    }
    if (newParks.length) await database.repo(Park).insert(newParks.map((park) => ({ ...park })));
  });
  return { years: newYears.length, parks: newParks.length };
}
