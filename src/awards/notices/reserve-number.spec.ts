import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { acting } from '../../../test/support/acting.js';
import { recordTable, refusalTable } from '../../../test/support/case-tables.js';
import { office } from '../../../test/support/people.js';
import { missingIn } from '../../../test/support/refusals.js';
import { TestApp } from '../../../test/support/test-app.js';
import { NoticeQueries } from './notice.queries.js';
import { type NumberToReserve, ReserveNumber } from './reserve-number.js';

let app: TestApp;
let accountId: string;
beforeAll(async () => {
  app = await TestApp.start();
  ({ accountId } = await office(app, 'Publisher'));
});
afterAll(() => app.stop());

const purpose = '关于报送年度总结的函';
const reserve = (serial: number, given: Partial<NumberToReserve> = {}, role = 'Publisher') =>
  app.app.get(ReserveNumber).run(acting(role as 'Publisher', { accountId }), {
    documentNumber: `衢商务〔2026〕${serial}号`,
    purpose,
    numberReason: null,
    ...given,
  });

describe('a number for a paper from outside', () => {
  const expected = '衢商务〔2026〕7号';
  const after = (act: () => Promise<unknown>) => async () => {
    await reserve(6);
    return act;
  };
  refusalTable(
    () => app,
    [
      ['taken by a supervisor', () => () => reserve(6, {}, 'Supervisor'), missingIn('acting-role')],
      [
        'that is none',
        () => () => reserve(6, { documentNumber: '衢商务[2026]6号' }),
        { code: 'identifiers.documentNumber.form' },
      ],
      [
        'that is taken',
        after(() => reserve(6, { numberReason: '补发' })),
        { code: 'awards.notice.numberTaken', field: 'documentNumber', variables: { expected } },
      ],
      [
        'that leaves a gap without a reason',
        after(() => reserve(9)),
        { code: 'awards.notice.numberGap', field: 'numberReason', variables: { expected } },
      ],
    ],
  );
  recordTable(
    () => app,
    [
      [
        'with the reason of a gap',
        after(() => reserve(9, { numberReason: '其间两号为其他科室所用' })),
        {
          events: [
            {
              event: 'documentNumber.reserve',
              actorRole: 'Publisher',
              subjectType: 'reservedNumber',
              details: {
                number: '衢商务〔2026〕9号',
                purpose,
                numberReason: '其间两号为其他科室所用',
              },
            },
          ],
          messages: [],
        },
      ],
    ],
  );

  test('is one of those that a notice may no longer bear, and stands on the page', async () => {
    const { visitor } = await office(app, 'CityRegistrar');
    await visitor.get('/office/document-numbers');
    await visitor.submit('/office/document-numbers', {
      documentNumber: '衢商务〔2026〕3号',
      purpose,
    });
    expect(visitor.errors).toEqual([]);
    expect(visitor.text).toContain(`衢商务〔2026〕3号${purpose}系统外印发`);
    expect(await app.app.get(NoticeQueries).documentNumbers()).toEqual(['衢商务〔2026〕3号']);
    await visitor.submit('/office/document-numbers', {
      documentNumber: '衢商务〔2026〕3号',
      purpose,
    });
    expect([visitor.status, visitor.errors.length]).toEqual([422, 1]);
    const { visitor: supervisor } = await office(app, 'Supervisor');
    await supervisor.get('/office/document-numbers');
    expect(supervisor.page.querySelectorAll('main form')).toEqual([]);
  });
});
