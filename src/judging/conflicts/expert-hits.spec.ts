import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { JudgedRound } from '../../../test/support/judged-round.js';
import { TestApp } from '../../../test/support/test-app.js';
import { Account } from '../../accounts/account.entity.js';
import { Application } from '../../applications/application.entity.js';
import { CONFIG } from '../../config/config.module.js';
import type { Config } from '../../config/config.js';
import { Sealer } from '../../database/sealed.js';
import { Merchant } from '../../merchants/merchant.entity.js';
import { Expert } from '../experts/expert.entity.js';
import { ConflictFacts } from './conflict-facts.js';

let app: TestApp;
let round: JudgedRound;
let close: Expert;
let mentor: Expert;
/** One expert shares a mail address with the first merchant, another is named in its file. */
beforeAll(async () => {
  app = await TestApp.start();
  round = await JudgedRound.declaring(app);
  const [first] = round.applications;
  const [one, other] = round.judges;
  const experts = app.database.repo(Expert);
  close = await experts.findOneByOrFail({ accountId: one!.accountId });
  mentor = await experts.findOneByOrFail({ accountId: other!.accountId });
  const { merchantId } = await app.database.repo(Application).findOneByOrFail({ id: first! });
  const contactEmailSealed = new Sealer(app.app.get<Config>(CONFIG).secret).seal('yi@163.com');
  await app.database.repo(Merchant).update(merchantId, { contactEmailSealed });
  await app.database.repo(Account).update(close.accountId, { email: 'yi@163.com' });
  const answers = { texts: { G15: `由${mentor.name}指导。` }, rows: {}, penaltySelfReport: null };
  await app.database.repo(Application).update(first!, { answers });
}, 120_000);
afterAll(() => app.stop());

const facts = () => app.app.get(ConflictFacts);

test('a pool counts the hard hits of each expert, on the applications of its category', async () => {
  const { applications, byExpert } = await facts().hardHits(round.programme.categoryIds.G!);
  expect(applications).toBe(2);
  expect(byExpert.get(close.id)).toBe(1);
  expect(byExpert.get(mentor.id)).toBe(0);
  expect([...byExpert.values()].reduce((sum, one) => sum + one, 0)).toBe(1);
});

test('a re-review asks nobody with a hit on that application, however soft', async () => {
  const [first, second] = round.applications;
  expect(await facts().expertsTiedTo(first!)).toEqual(new Set([close.id, mentor.id]));
  expect(await facts().expertsTiedTo(second!)).toEqual(new Set());
});
