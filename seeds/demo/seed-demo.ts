import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Account } from '../../src/accounts/account.entity.js';
import { Duty } from '../../src/accounts/duty.entity.js';
import { hashPassword } from '../../src/accounts/passwords.js';
import { Application } from '../../src/applications/application.entity.js';
import { Title } from '../../src/awards/titles/title.entity.js';
import type { Config } from '../../src/config/config.js';
import type { Database } from '../../src/database/database.js';
import { Sealer } from '../../src/database/sealed.js';
import { entities } from '../../src/entities.js';
import { JournalEntry } from '../../src/journal/journal-entry.entity.js';
import { AnchorDossier } from '../../src/judging/anchors/anchor-dossier.entity.js';
import { Draw } from '../../src/judging/draws/draw.entity.js';
import { Expert } from '../../src/judging/experts/expert.entity.js';
import { ScoreSheet } from '../../src/judging/sheets/score-sheet.entity.js';
import { Seat } from '../../src/judging/panel/seat.entity.js';
import { AnnualReturn } from '../../src/merchants/annual-return.entity.js';
import { Merchant } from '../../src/merchants/merchant.entity.js';
import { Shop } from '../../src/merchants/shop.entity.js';
import { Category } from '../../src/programmes/category.entity.js';
import { Programme } from '../../src/programmes/programme.entity.js';
import { Round } from '../../src/programmes/round.entity.js';
import { RuleVersion } from '../../src/programmes/rule-version.entity.js';
import { WorkingDayYear } from '../../src/programmes/working-day-year.entity.js';
import { Document } from '../../src/documents/document.entity.js';
import { AwardList } from '../../src/awards/lists/award-list.entity.js';
import { Notice } from '../../src/awards/notices/notice.entity.js';
import { Objection } from '../../src/awards/objections/objection.entity.js';
import { StandingLock } from '../../src/awards/standings/standing-lock.entity.js';
import { beijingDate } from '../../src/rules/calendar/beijing-time.js';
import { createWorkingDayCalendar } from '../../src/rules/calendar/working-day-calendar.js';
import { City, type Scale } from './city.js';
import { makeDemoCity } from './demo-city.js';
import { Dice } from './dice.js';
import { insertRows } from './insert-rows.js';
import { demoYears } from './demo-years.js';

/** The password of every account of the demonstration; it opens nothing outside it. */
export const DEMO_PASSWORD = 'Biaogan-2013';
export const DEFAULT_SEED = 20_130_621;

export interface DemoSetting {
  readonly scale: Scale;
  readonly seed: number;
  readonly now: string;
}

export interface DemoCounts {
  readonly merchants: number;
  readonly shops: number;
  readonly returns: number;
  readonly applications: number;
  readonly sheets: number;
  readonly entries: number;
  readonly titles: number;
  readonly people: number;
  readonly rows: number;
}

/** Fills an empty database with the demo city in one transaction. */
export async function seedDemo(
  database: Database,
  config: Pick<Config, 'secret' | 'dataDir'>,
  { scale, seed, now }: DemoSetting,
): Promise<DemoCounts> {
  const today = beijingDate(now);
  const known = await database.rows<{ year: number; holidays: string; makeUpDays: string }>(
    'SELECT year, holidays, make_up_days FROM working_day_year ORDER BY year',
  );
  const years = demoYears(
    today,
    known.map(({ year }) => year),
  );
  const calendar = createWorkingDayCalendar([
    ...known.map(({ year, holidays, makeUpDays }) => ({
      year,
      holidays: JSON.parse(holidays) as string[],
      makeUpDays: JSON.parse(makeUpDays) as string[],
    })),
    ...years,
  ]);
  const dice = new Dice(String(seed));
  const passwordHash = await hashPassword(DEMO_PASSWORD, dice.fork('password').bytes(16));
  const sealer = new Sealer(config.secret);
  const city = new City(dice, scale, today, now, calendar, passwordHash, sealer);
  for (const year of years) city.rows.add(WorkingDayYear, { ...year, changedAt: now });
  makeDemoCity(city);
  const chain = city.journal.chain();
  chain.forEach((entry) => city.rows.add(JournalEntry, entry));
  writeFiles(config.dataDir, city.files);
  await database.transaction(async () => {
    for (const entity of inOrder()) await insertRows(database, entity, city.rows.of(entity));
    const head = chain.at(-1)!;
    await database.execute(
      'UPDATE chain_head SET sequence = ?, hash = ?, public_generation = public_generation + 1 WHERE id = 1',
      [head.sequence, head.hash],
    );
  });
  return {
    merchants: city.rows.of(Merchant).length,
    shops: city.rows.of(Shop).length,
    returns: city.rows.of(AnnualReturn).length,
    applications: city.rows.of(Application).length,
    sheets: city.rows.of(ScoreSheet).length,
    entries: chain.length,
    titles: city.rows.of(Title).length,
    people: city.rows.of(Account).filter((one) => one.demo).length,
    rows: city.rows.size,
  };
}

/** Tables that others refer to come before them. */
function inOrder(): readonly (new () => object)[] {
  const first = [
    WorkingDayYear,
    Account,
    Duty,
    Merchant,
    Programme,
    RuleVersion,
    Category,
    Round,
    Expert,
    Draw,
    Seat,
    Application,
    Document,
    StandingLock,
    AwardList,
    Notice,
    Objection,
    AnchorDossier,
  ];
  return [...first, ...entities.filter((entity) => !(first as unknown[]).includes(entity))];
}

/** The same place under the data folder where uploaded documents lie, each under its hash. */
function writeFiles(dataDir: string, files: ReadonlyMap<string, Buffer>): void {
  for (const [hash, content] of files) {
    const place = join(dataDir, 'documents', hash.slice(0, 2), hash);
    mkdirSync(dirname(place), { recursive: true });
    writeFileSync(place, content, { mode: 0o600 });
  }
}
