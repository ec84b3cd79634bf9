import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { acting } from '../../../../test/support/acting.js';
import { fromSavedState, recordTable, refusalTable } from '../../../../test/support/case-tables.js';
import { missingIn } from '../../../../test/support/refusals.js';
import { merchantPerson, office, type Person } from '../../../../test/support/people.js';
import { PostOffice } from '../../../../test/support/post-office.js';
import { type TestProgramme, makeProgramme } from '../../../../test/support/programme.js';
import { makeSubmitted } from '../../../../test/support/submitted-application.js';
import { TestApp } from '../../../../test/support/test-app.js';
import { Account } from '../../../accounts/account.entity.js';
import { Deliver } from '../../../notifications/deliver.js';
import type { ChosenGroup } from '../../../rules/delivery/chosen-group.js';
import { GroupLetterQueries } from './group-letter.queries.js';
import { type NewLetter, WriteLetter } from './write-letter.js';

let post: PostOffice;
let app: TestApp;
let programme: TestProgramme;
let registrar: Person;
let agent: Person;
const everybody: ChosenGroup = { stage: 'everybody', category: null, divisionCode: null };
const words = { subject: '填报培训通知', body: '本周五下午在市民服务中心举办填报培训。' };

beforeAll(async () => {
  post = await PostOffice.open();
  app = await TestApp.start(post.environment);
  programme = await makeProgramme(app, 'DivisionReview');
  registrar = await office(app, 'CityRegistrar');
  const one = await makeSubmitted(app, programme, { name: '柯城柑橘铺' });
  const correcting = { state: 'CorrectionRequested', divisionCode: '330803', name: '衢江茶行' };
  const two = await makeSubmitted(app, programme, correcting);
  await makeSubmitted(app, programme, { state: 'Draft', name: '无人网店' });
  const gone = await makeSubmitted(app, programme, { state: 'Withdrawn', name: '撤回网店' });
  agent = await merchantPerson(app, one.merchantId);
  await merchantPerson(app, two.merchantId);
  await merchantPerson(app, two.merchantId, 'LegalRepresentative');
  await merchantPerson(app, gone.merchantId);
});
afterAll(async () => {
  await app.stop();
  await post.close();
});

const actor = () => acting('CityRegistrar', { accountId: registrar.accountId });
const write = (over: Partial<NewLetter> = {}) =>
  app.app.get(WriteLetter).run(actor(), {
    programmeId: programme.id,
    chosen: everybody,
    merchants: 2,
    ...words,
    ...over,
  });

test.each([
  [everybody, ['无人网店', '柯城柑橘铺', '衢江茶行']],
  [{ ...everybody, stage: 'draft' }, ['无人网店']],
  [{ ...everybody, stage: 'submitted' }, ['柯城柑橘铺', '衢江茶行']],
  [{ ...everybody, stage: 'correcting' }, ['衢江茶行']],
  [{ ...everybody, divisionCode: '330803' }, ['衢江茶行']],
  [{ ...everybody, category: 'G' }, ['无人网店', '柯城柑橘铺', '衢江茶行']],
  [{ ...everybody, category: 'N' }, []],
] as const)('the group %j is these merchants, each once', async (chosen, names) => {
  const found = await app.app.get(GroupLetterQueries).addressees(programme.id, chosen);
  expect(found.map(({ name }) => name).toSorted()).toEqual([...names].toSorted());
});

describe('a letter of the office', () => {
  recordTable(
    () => app,
    [
      [
        'to all who can be told',
        () => () => write(),
        {
          events: [
            {
              event: 'letter.send',
              actorRole: 'CityRegistrar',
              subjectType: 'letter',
              details: { ...everybody, merchants: 2 },
            },
          ],
          messages: [
            { message: 'officeLetter', to: 'Agent' },
            { message: 'officeLetter', to: 'Agent' },
            { message: 'officeLetter', to: 'LegalRepresentative' },
          ],
        },
      ],
    ],
  );
});

describe('a letter of the office', () => {
  refusalTable(
    () => app,
    [
      [
        'to a group without anybody',
        () => () => write({ chosen: { ...everybody, stage: 'draft' }, merchants: 0 }),
        { code: 'applications.letters.nobody' },
      ],
      [
        'to another group than was shown',
        () => () => write({ merchants: 3 }),
        { code: 'applications.letters.changed', kind: 'conflict', variables: { count: 2 } },
      ],
      [
        'twice within a day',
        async () => {
          app.clock.moveTo('2026-06-01T02:00:00.000Z');
          await write();
          app.clock.moveTo('2026-06-02T01:59:00.000Z');
          return () => write();
        },
        { code: 'applications.letters.sentLately', kind: 'conflict', variables: { hours: 1 } },
      ],
      [
        'by somebody who is no registrar',
        () => () =>
          app.app.get(WriteLetter).run(acting('Screener'), {
            programmeId: programme.id,
            chosen: everybody,
            merchants: 2,
            ...words,
          }),
        missingIn('acting-role'),
      ],
      [
        'read by somebody who has none',
        async () => {
          const id = await write({
            chosen: { ...everybody, divisionCode: '330803' },
            merchants: 1,
          });
          return () => app.app.get(GroupLetterQueries).received(id, agent.accountId);
        },
        missingIn('group-letter.queries'),
      ],
      [
        'that nobody wrote',
        () => () => app.app.get(GroupLetterQueries).received('none', agent.accountId),
        missingIn('group-letter.queries'),
      ],
    ],
  );
});

describe('the page', () => {
  fromSavedState(() => app);

  test('previews whom it goes to, sends, and says what became of it', async () => {
    const emailConfirmedAt = app.clock.now();
    const email = 'agent@shop.invalid';
    await app.database.repo(Account).update(agent.accountId, { email, emailConfirmedAt });
    const { visitor } = registrar;
    await visitor.get('/office/letters');
    await visitor.submit('/office/letters', { stage: 'everybody', ...words });
    expect(visitor.text).toContain('2家商户，3人');
    expect(visitor.text).toContain('无人网店');
    expect(visitor.text).not.toContain('撤回网店');
    await visitor.submit('/office/letters');
    expect(visitor.path).toMatch(/^\/office\/letters\/\w+$/);
    expect(visitor.text).toContain('3人中0人已读');
    const log = visitor.path;
    await app.app.get(Deliver).run();
    expect(post.mails.at(-1)!.subject).toBe('填报培训通知');
    expect(post.mails.at(-1)!.text).toContain(words.body);
    const path = /\/my\/letters\/\w+/.exec(post.mails.at(-1)!.text!)![0];
    await agent.visitor.get(path);
    expect(agent.visitor.text).toContain(words.body);
    await agent.visitor.get('/messages');
    await agent.visitor.submit('/read', {});
    await visitor.get(log);
    expect(visitor.text).toContain('3人中1人已读');
    expect(visitor.text).toContain('邮件1封');
  });

  test('keeps what was typed when something is missing', async () => {
    const { visitor } = registrar;
    await visitor.get('/office/letters');
    await visitor.submit('/office/letters', { stage: 'everybody', subject: '', body: words.body });
    expect(visitor.status).toBe(422);
    expect(visitor.html).toContain(words.body);
  });
});
