import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { WindowEntry } from '../../src/applications/window/window-entry.entity.js';
import { newId } from '../../src/database/new-id.js';
import { Journal, type JournalFact } from '../../src/journal/journal.js';
import { fromSavedState } from '../support/case-tables.js';
import { type TestProgramme, makeProgramme } from '../support/programme.js';
import { records } from '../support/records.js';
import { TestApp } from '../support/test-app.js';

let app: TestApp;
let programme: TestProgramme;
const clerk = newId();
beforeAll(async () => {
  app = await TestApp.start();
  app.clock.moveTo('2026-09-10T02:00:00.000Z');
  programme = await makeProgramme(app, 'Open');
});
afterAll(() => app.stop());

const write = (over: Partial<JournalFact> = {}) =>
  app.app.get(Journal).record({
    actorId: clerk,
    actorRole: 'Agent',
    event: 'merchant.acceptCreditCode',
    subjectType: 'merchant',
    subjectId: newId(),
    ...over,
  });
const atTheWindow = (over: Partial<WindowEntry> = {}) =>
  app.database.repo(WindowEntry).insert({
    id: newId(),
    receiptNumber: 'CK2026000001',
    merchantId: newId(),
    personSealed: '',
    capacity: 'head',
    sheetId: newId(),
    enteredBy: clerk,
    openedAt: app.clock.now(),
    openedOn: '2026-09-10',
    closedAt: null,
    version: 1,
    ...over,
  });

describe('an entry of a merchant’s act that a clerk typed in', () => {
  fromSavedState(() => app);
  const details = async (over: Partial<JournalFact> = {}) =>
    (await records(app, () => write(over))).events[0]!.details;

  test.each(['Agent', 'LegalRepresentative', 'Public'])(
    'names the receipt: %s',
    async (actorRole) => {
      await atTheWindow();
      expect(await details({ actorRole, details: { year: 2025 } })).toEqual({
        year: 2025,
        window: 'CK2026000001',
      });
    },
  );

  test('names none for what the clerk does as the office, nor for the clock', async () => {
    await atTheWindow();
    expect(await details({ actorRole: 'Screener' })).toEqual({});
    expect(await details({ actorId: null, actorRole: 'Public' })).toEqual({});
  });

  test.each<[string, Partial<WindowEntry>]>([
    ['closed', { closedAt: '2026-09-10T01:00:00.000Z' }],
    ['of the day before', { openedOn: '2026-09-09' }],
    ['of another clerk', { enteredBy: newId() }],
  ])('names none that is %s', async (_which, entry) => {
    await atTheWindow(entry);
    expect(await details()).toEqual({});
  });
});

describe('an entry about a row of a programme', () => {
  fromSavedState(() => app);
  const about = (programmeId?: string) => () =>
    write({
      actorRole: 'CityRegistrar',
      event: 'round.edit',
      subjectType: 'round',
      subjectId: programme.roundIds['G.material']!,
      changesPublicPages: true,
      ...(programmeId && { programmeId }),
    });

  test('is refused by the tables of records where it names none or another', async () => {
    const fault = 'round.edit names another programme';
    await expect(records(app, about())).rejects.toThrow(fault);
    await expect(records(app, about(newId()))).rejects.toThrow(fault);
    expect((await records(app, about(programme.id))).events).toHaveLength(1);
  });
});
