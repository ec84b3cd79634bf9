import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { growLog } from '../../../../test/support/grow-log.js';
import { expectLater, receiptOf } from '../../../../test/support/log-receipt.js';
import { makeMerchant } from '../../../../test/support/merchant.js';
import { merchantPerson } from '../../../../test/support/people.js';
import { TitleSteps } from '../../../../test/support/title-steps.js';
import { Journal } from '../../../journal/journal.js';

let life: TitleSteps;
beforeAll(async () => {
  life = await TitleSteps.open();
});
afterAll(() => life.app.stop());

test('a title has a receipt of the public log, for its holder and once the log has it', async () => {
  const { app, id, merchantId } = life;
  const { visitor } = await merchantPerson(app, merchantId);
  const page = `/my/titles/${id}`;
  await app.app.get(Journal).record({
    actorId: null,
    actorRole: 'CityRegistrar',
    event: 'title.confer',
    subjectType: 'title',
    subjectId: id,
    details: { certificateNumber: 'QZ-2026-G-001' },
  });
  await expectLater(visitor, page, `${page}/log`);
  await growLog(app, 1);
  expect(await receiptOf(visitor, page)).toMatchObject({
    event: 'title.confer',
    subjectId: id,
    details: { certificateNumber: 'QZ-2026-G-001' },
  });
  const other = await merchantPerson(app, await makeMerchant(app));
  for (const path of [`${page}/log`, `${page}/log/square.svg`]) {
    expect((await other.visitor.get(path)).status).toBe(404);
  }
});
