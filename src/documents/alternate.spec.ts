import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { declare, issueSheet, link, makeApplication, seat } from '../../test/support/evidence.js';
import { makeMerchant } from '../../test/support/merchant.js';
import { merchantPerson, person } from '../../test/support/people.js';
import { type TestProgramme, makeProgramme } from '../../test/support/programme.js';
import { smallPdf } from '../../test/support/small-files.js';
import { TestApp } from '../../test/support/test-app.js';
import { AccountQueries } from '../accounts/account.queries.js';
import { ScoreSheet } from '../judging/sheets/score-sheet.entity.js';
import { Seat } from '../judging/panel/seat.entity.js';
import { Round } from '../programmes/round.entity.js';
import type { Actor } from '../web/actor.js';
import { StoreDocument } from './store-document.js';
import { uploadedFile } from '../../test/support/uploaded-file.js';

let app: TestApp;
let programme: TestProgramme;
let applicationId: string;
let agent: Actor;

beforeAll(async () => {
  app = await TestApp.start();
  programme = await makeProgramme(app, 'MaterialReview');
  const merchantId = await makeMerchant(app);
  const { accountId } = await merchantPerson(app, merchantId);
  agent = (await app.app.get(AccountQueries).actor(accountId))!;
  applicationId = await makeApplication(app, programme, merchantId, 'InReview');
});
afterAll(() => app.stop());

async function store(ownerId: string, name: string): Promise<string> {
  const given = { ownerType: 'application', ownerId } as const;
  const file = uploadedFile('file', name, smallPdf);
  return (await app.app.get(StoreDocument).run(agent, { ...given, file })).documentId;
}

test('an alternate who scores opens what its own sheet shows, and nothing more', async () => {
  const alternate = await person(app, 'judge', [{ role: 'Judge', programmeId: programme.id }]);
  const { accountId, visitor } = alternate;
  const seatId = await seat(app, programme, accountId);
  await app.database.repo(Seat).update({ id: seatId }, { alternate: true, number: 101 });
  const other = await makeApplication(app, programme, await makeMerchant(app), 'InReview');
  const files: Record<string, string> = {};
  for (const [name, owner, indicator] of [
    ['own', applicationId, 'G13'],
    ['computed', applicationId, 'G1'],
    ['defence', applicationId, 'D1'],
    ['other', other, 'G13'],
  ] as const) {
    files[name] = await store(owner, `${name}.pdf`);
    await link(app, owner, files[name], indicator);
  }
  const seen = async () => {
    const statuses: Record<string, number> = {};
    for (const [name, id] of Object.entries(files)) {
      statuses[name] = (await visitor.get(`/documents/${id}`)).status;
    }
    return statuses;
  };
  const none = { own: 404, computed: 404, defence: 404, other: 404 };
  const roundId = programme.roundIds['G.material']!;
  await app.database.repo(Round).update({ id: roundId }, { state: 'Open' });
  for (const one of [applicationId, other]) await declare(app, one, seatId, 'none');
  expect(await seen()).toEqual(none);
  const sheet = await issueSheet(app, { applicationId, seatId, accountId, roundId });
  expect(await seen()).toEqual({ ...none, own: 200 });
  await app.database.repo(ScoreSheet).update({ id: sheet }, { state: 'Voided' });
  expect(await seen()).toEqual(none);
});
