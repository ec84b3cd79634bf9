import { afterAll, beforeAll, describe } from '@jest/globals';
import { recordTable } from '../../../../test/support/case-tables.js';
import { merchantPerson } from '../../../../test/support/people.js';
import { sampleClaims } from '../../../../test/support/submitted-application.js';
import { TestApp } from '../../../../test/support/test-app.js';
import { type Verifying, categoryG, verifying } from '../../../../test/support/verifying.js';
import { Application } from '../../application.entity.js';
import { Figure } from '../../figure.entity.js';
import { ScoreAdjustment } from '../../score-adjustment.entity.js';

let app: TestApp;
let work: Verifying;
beforeAll(async () => {
  app = await TestApp.start();
  work = await verifying(app);
  await merchantPerson(app, work.merchantId);
});
afterAll(() => app.stop());

const byVerifier = { actorRole: 'Verifier', subjectType: 'application' };
const silent = { messages: [] };
const reason = '扣除代运营销售额。';
const reduced = { verdict: 'Reduced', value: '480.50', reason };
const readTwice = async () => {
  await work.everyVerdict();
  await work.confirm();
};

describe('the verification', () => {
  recordTable(
    () => app,
    [
      [
        'a verdict with the value that counts',
        () => () => work.verdict('netWan', reduced),
        {
          events: [
            {
              event: 'application.saveVerdicts',
              ...byVerifier,
              details: { figures: [{ key: 'netWan', verdict: 'Reduced', verified: '48050' }] },
            },
          ],
          ...silent,
        },
      ],
      ...(
        [
          ['a day', 'openedOn', '2020-03-01', '2021-05-01', '2021-05-01'],
          ['a choice', 'choice.taxBand', 'from10', 'below10', 'below10'],
          [
            'a certificate, of which only the day',
            'certification.1',
            'SC|2026-05-01',
            '2027-05-01',
            'SC|2027-05-01',
          ],
          ['a sampling without its day', 'samplingFailure.1', null, '2026-05-01', '|2026-05-01'],
        ] as const
      ).map(
        ([what, key, claimed, value, verified]) =>
          [
            `another value of ${what}`,
            async () => {
              const applicationId = work.id;
              await app.database.repo(Figure).delete({ applicationId, key });
              await app.database
                .repo(Figure)
                .update({ applicationId, key: 'orders' }, { key, claimed });
              const { version } = await app.database
                .repo(Figure)
                .findOneByOrFail({ applicationId, key });
              return () => work.verdict(key, { verdict: 'Reduced', value, reason, version });
            },
            {
              events: [
                {
                  event: 'application.saveVerdicts',
                  ...byVerifier,
                  details: { figures: [{ key, verdict: 'Reduced', verified }] },
                },
              ],
              ...silent,
            },
          ] as const,
      ),
      [
        'nothing when nothing changed',
        async () => {
          await work.verdict('netWan', reduced);
          return () => work.verdict('netWan', { ...reduced, version: 2 });
        },
        { events: [], ...silent },
      ],
      ...(['bonus', 'deduction'] as const).map((kind) => {
        const most = 100;
        return [
          `a ${kind}`,
          () => () => work.adjust({ kind, points: most }),
          {
            events: [
              {
                event: 'application.adjustScore',
                ...byVerifier,
                details: { id: '<id>', kind, points: most, evidenceId: '<id>' },
              },
            ],
            ...silent,
          },
        ] as const;
      }),
      [
        'a bonus that is taken back',
        async () => {
          await work.adjust();
          const [one] = await app.database.repo(ScoreAdjustment).find();
          return () => work.remove(one!.id);
        },
        {
          events: [
            {
              event: 'application.removeAdjustment',
              ...byVerifier,
              details: { id: '<id>', kind: 'bonus', points: 100 },
            },
          ],
          ...silent,
        },
      ],
      [
        'the second reading',
        async () => {
          await work.everyVerdict();
          return () => work.confirm();
        },
        {
          events: [
            {
              event: 'application.confirmVerification',
              ...byVerifier,
              details: { figures: Object.keys(sampleClaims).length + categoryG.ticked.length },
            },
          ],
          ...silent,
        },
      ],
      ...(
        [
          ['as it was filed first', 0, {}, { completeFirst: true, notReduced: true }],
          ['after a correction', 1, {}, { completeFirst: false, notReduced: true }],
          [
            'with a figure that was reduced',
            0,
            { ...reduced, version: 3 },
            { completeFirst: true, notReduced: false },
          ],
        ] as const
      ).map(
        ([how, correctionCount, changed, observed]) =>
          [
            `the end ${how}`,
            async () => {
              await readTwice();
              await app.database.repo(Application).update({ id: work.id }, { correctionCount });
              if ('verdict' in changed) {
                await work.verdict('netWan', changed);
                await work.confirm();
              }
              return () => work.complete();
            },
            {
              events: [
                {
                  event: 'application.verify',
                  ...byVerifier,
                  details: { from: 'ScreenedIn', to: 'Verified', rule: 'A12', ...observed },
                },
              ],
              messages: [{ message: 'applicationVerified', to: 'Agent' }],
            },
          ] as const,
      ),
    ],
  );
});
