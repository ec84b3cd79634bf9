import { afterAll, beforeAll, describe, expect } from '@jest/globals';
import { acting } from '../../../../test/support/acting.js';
import { recordTable, refusalTable } from '../../../../test/support/case-tables.js';
import { seat } from '../../../../test/support/evidence.js';
import { TestApp } from '../../../../test/support/test-app.js';
import {
  type VerdictRow,
  acceptedRow,
  reducedRow,
  verdictFile,
} from '../../../../test/support/verdict-file.js';
import { type Verifying, verifying } from '../../../../test/support/verifying.js';
import { translate } from '../../../text/catalogue.js';
import { Application } from '../../application.entity.js';
import { ImportVerdicts } from './import-verdicts.js';
import { PlanVerdictImport } from './plan-verdict-import.js';

let app: TestApp;
let work: Verifying;
let receipt: string;
beforeAll(async () => {
  app = await TestApp.start();
  work = await verifying(app);
  const { receiptNumber } = await app.database.repo(Application).findOneByOrFail({ id: work.id });
  receipt = receiptNumber!;
});
afterAll(() => app.stop());

const table = verdictFile;
const reduced = (over: VerdictRow = {}) => reducedRow(receipt, over);
const accepted = (over: VerdictRow = {}) => acceptedRow(receipt, over);
const plan = (content: Buffer, actor = work.verifier) =>
  app.app.get(PlanVerdictImport).run(actor, content, 'zh-CN');
const enter = (
  content: Buffer,
  {
    actor = work.verifier,
    confirmed = false,
    digest = null as string | null,
  }: { actor?: typeof work.verifier; confirmed?: boolean; digest?: string | null } = {},
) => app.app.get(ImportVerdicts).run(actor, { content, digest, confirmed, lang: 'zh-CN' });
const sentences = async (content: Buffer, actor = work.verifier) => {
  const { errors, warnings } = await plan(content, actor);
  return [...errors, ...warnings].map(({ line, code, variables, field }) => {
    const named = { ...variables, field: translate('zh-CN', `review.verdictImport.${field}`) };
    return `${line} ${translate('zh-CN', code, named)}`;
  });
};

describe('an import of verdicts', () => {
  refusalTable(
    () => app,
    [
      [
        'one wrong row among right ones',
        () => () => enter(table(accepted(), reduced({ reason: '' }))),
        { code: 'merchants.import.hasErrors', field: 'file', variables: { count: 1 } },
      ],
      [
        'an application that is verified',
        async () => {
          await app.database.repo(Application).update({ id: work.id }, { state: 'Verified' });
          expect(await sentences(table(accepted()))).toEqual([
            '2 这份申报不在核验中，不能修改核验结果。',
          ]);
          return () => enter(table(accepted()));
        },
        { code: 'merchants.import.hasErrors', field: 'file' },
      ],
      [
        'who judges the category',
        async () => {
          await seat(app, work.programme, work.verifier.accountId);
          return () => enter(table(accepted()));
        },
        { code: 'merchants.import.hasErrors', field: 'file' },
      ],
      [
        'somebody who acts for a merchant as well',
        () => () =>
          enter(table(accepted()), {
            actor: {
              ...work.verifier,
              duties: [...work.verifier.duties, ...acting('Agent').duties],
            },
          }),
        { code: 'merchants.import.hasErrors', field: 'file' },
      ],
      [
        'a doubt that nobody has confirmed',
        async () => {
          await work.everyVerdict();
          return () => enter(table(reduced()), { actor: work.second });
        },
        { code: 'merchants.import.unconfirmed', field: 'confirmed', variables: { count: 1 } },
      ],
      [
        'consequences that are no longer those that were shown',
        async () => {
          const { digest } = await plan(table(reduced()));
          await work.verdict('netWan');
          return () => enter(table(reduced()), { digest, confirmed: true });
        },
        { code: 'merchants.import.changed', kind: 'conflict' },
      ],
      [
        'a file without the columns that must be there',
        () => () => enter(Buffer.from('申报编号,项目代码,网商名称\n1,2,3')),
        { code: 'forms.table.missingColumns', field: 'file' },
      ],
    ],
  );
});

describe('an import of verdicts', () => {
  const byVerifier = { actorRole: 'Verifier' };
  recordTable(
    () => app,
    [
      [
        'each application by itself, and its file',
        () => () => enter(table(reduced(), accepted())),
        {
          events: [
            {
              event: 'application.saveVerdicts',
              ...byVerifier,
              subjectType: 'application',
              details: {
                figures: [
                  { key: 'netWan', verdict: 'Reduced', verified: '48050' },
                  { key: 'orders', verdict: 'Accepted', verified: '60000' },
                ],
              },
            },
            {
              event: 'application.importVerdicts',
              ...byVerifier,
              subjectType: 'import',
              details: expect.objectContaining({ new: 2, changed: 0, applications: 1 }),
            },
          ],
          messages: [],
        },
      ],
    ],
  );
});
