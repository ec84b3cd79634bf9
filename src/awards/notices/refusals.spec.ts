import { afterAll, beforeAll, describe } from '@jest/globals';
import { AwardSteps, also, documentNumber } from '../../../test/support/award-steps.js';
import { type RefusalCase, refusalTable } from '../../../test/support/case-tables.js';
import { missingIn } from '../../../test/support/refusals.js';
import { newId } from '../../database/new-id.js';
import { LegalBasis } from '../../programmes/legal-basis.entity.js';
import { Programme } from '../../programmes/programme.entity.js';
import { CancelApplication } from '../lists/cancel-application.js';
import type { NoticeInput } from './notice-shapes.js';

let award: AwardSteps;
beforeAll(async () => {
  award = await AwardSteps.open();
});
afterAll(() => award.app.stop());

const app = () => award.app;
const setProgramme = (change: Partial<Programme>) =>
  award.app.database.repo(Programme).update(award.id, change);
const prepare = (over: Partial<NoticeInput>, actor = award.people.publisher) =>
  award.prepare(over, actor);
const inState = (state: Programme['state'], over: Partial<NoticeInput>) => async () => {
  await setProgramme({ state });
  return () => prepare(over);
};
const notNow = { code: 'awards.notice.notNow', field: 'kind' } as const;
const postedAlready = { code: 'awards.notice.postedAlready', kind: 'conflict' } as const;
const noList = { code: 'awards.notice.noList', field: 'kind' } as const;
const title = { titleId: newId(), merchant: '测试网商', certificate: 'QZ-2026-G-001' };

describe('a prepared notice', () => {
  refusalTable(app, [
    [
      'by somebody without the duty',
      () => () => prepare({ kind: 'call' }, award.people.supervisor),
      missingIn('acting-role'),
    ],
    [
      'of a programme nobody prepared',
      () => () => prepare({ programmeId: newId() }),
      missingIn('database'),
    ],
    ['of a list that is not there', inState('Proposed', {}), noList],
    [
      'by a publisher who also tabulates',
      async () => {
        await setProgramme({ state: 'Announced' });
        return () => prepare({ kind: 'call' }, also(award.people.publisher, 'Tabulator'));
      },
      { code: 'forbiddenPair.tabulatorPublisher' },
    ],
    [
      'without an approved legal basis',
      async () => {
        await setProgramme({ state: 'Announced' });
        await award.app.database
          .repo(LegalBasis)
          .update({ programmeId: award.id }, { approvedAt: null });
        return () => prepare({ kind: 'call' });
      },
      { code: 'awards.notice.noBasis' },
    ],
    ['of a call when it is over', inState('Open', { kind: 'call' }), notNow],
    [
      'of a revocation without its basis',
      () => () => prepare({ kind: 'revocation', ...title }),
      { code: 'awards.notice.missing.basisText', field: 'basisText' },
    ],
    [
      'of a restoration without its basis',
      () => () => prepare({ kind: 'restoration', ...title }),
      { code: 'awards.notice.missing.basisText', field: 'basisText' },
    ],
    ...(['revocation', 'restoration'] as const).map((kind): RefusalCase => [
      `of a ${kind} made elsewhere than with its title`,
      () => () => prepare({ kind, basisText: '提供虚假申报材料' }),
      notNow,
    ]),
    [
      'of a termination without a reason',
      () => () => prepare({ kind: 'termination', basisText: '参评数量不足' }),
      { code: 'awards.notice.missing.reason', field: 'reason' },
    ],
    [
      'of a termination without its basis',
      () => () => prepare({ kind: 'termination', reason: '参评数量不足' }),
      { code: 'awards.notice.missing.basisText', field: 'basisText' },
    ],
  ]);
});

describe('a prepared public notice', () => {
  beforeAll(async () => {
    await award.lock();
    await award.clear('K2');
    await award.deliberate();
  });
  const length = { code: 'awards.notice.length', field: 'workingDays' } as const;
  refusalTable(app, [
    ['before the list is fixed', inState('Deliberation', {}), notNow],
    ['of two working days', () => () => prepare({ workingDays: 2 }), length],
    ['of sixteen working days', () => () => prepare({ workingDays: 16 }), length],
    [
      'that ends on the day of posting',
      () => () => prepare({ lastDay: '2026-06-01' }),
      { code: 'awards.notice.lastDayPast', field: 'lastDay' },
    ],
    [
      'whose printed days are not the counted ones',
      () => () => prepare({ workingDays: 5, lastDay: '2026-06-09' }),
      {
        code: 'calendar.printedDaysDiffer',
        field: 'workingDays',
        variables: { from: '2026-06-02', to: '2026-06-09', printed: 5, computed: 6 },
      },
    ],
    [
      'without the discipline body',
      () => () => prepare({ discipline: null }),
      { code: 'awards.notice.missing.discipline', field: 'discipline' },
    ],
    [
      'without its telephone',
      () => () => prepare({ disciplineTelephone: '' }),
      { code: 'awards.notice.missing.disciplineTelephone', field: 'disciplineTelephone' },
    ],
  ]);
});

const numberCases = (
  kind: 'publication' | 'correction',
  reason: string | null,
): readonly RefusalCase[] => [
  [
    `of a ${kind} without a number`,
    () => () => prepare({ kind, reason }),
    { code: 'awards.notice.missing.documentNumber', field: 'documentNumber' },
  ],
  [
    `of a ${kind} with a number that is none`,
    () => () => prepare({ kind, reason, documentNumber: '衢商务〔2026〕05号' }),
    { code: 'identifiers.documentNumber.form' },
  ],
  [
    `of a ${kind} whose number leaves a gap`,
    async () => {
      await prepare({ kind, reason: '名单有变动', documentNumber: '衢商〔2026〕5号' });
      return () => prepare({ kind, reason, documentNumber: '衢商〔2026〕7号' });
    },
    {
      code: 'awards.notice.numberGap',
      field: 'numberReason',
      variables: { expected: '衢商〔2026〕6号' },
    },
  ],
];

describe('a prepared publication', () => {
  beforeAll(async () => {
    await award.post(await award.prepare({}));
    await award.toApproval();
  });
  refusalTable(app, [
    ['before the approval', inState('Approved', { kind: 'publication', documentNumber }), notNow],
    [
      'without a list, beside a proposed one that is public',
      async () => {
        await award.app.database.execute(
          "UPDATE award_list SET state = 'Superseded' WHERE kind = 'award'",
        );
        return () => prepare({ kind: 'publication', documentNumber });
      },
      noList,
    ],
    [
      'beside a public notice of the list that was posted already',
      () => () => prepare({}),
      postedAlready,
    ],
    [
      'as a correction of the first version',
      () => () => prepare({ kind: 'correction', documentNumber, reason: '名单有变动' }),
      { code: 'awards.notice.nothingToCorrect' },
    ],
    ...numberCases('publication', null),
  ]);
});

describe('a prepared correction of a list', () => {
  beforeAll(async () => {
    await award.publish();
  });
  refusalTable(app, [
    [
      'that nobody has changed since it was published',
      () => () => prepare({ kind: 'correction', documentNumber, reason: '名单有变动' }),
      postedAlready,
    ],
  ]);
});

describe('a prepared correction', () => {
  beforeAll(async () => {
    await award.app.app.get(CancelApplication).run(award.people.approver, {
      programmeId: award.id,
      receiptNumber: '2026-G-0002',
      ground: 'V9',
      reason: '经查实提供虚假申报材料。',
      hearingHeld: true,
    });
  });
  refusalTable(app, [
    [
      'without a reason',
      () => () => prepare({ kind: 'correction', documentNumber: '衢商务〔2026〕6号' }),
      { code: 'awards.notice.missing.reason', field: 'reason' },
    ],
    [
      'with the number of the publication',
      () => () => prepare({ kind: 'correction', documentNumber, reason: '名单有变动' }),
      {
        code: 'awards.notice.numberTaken',
        field: 'documentNumber',
        variables: { expected: '衢商务〔2026〕6号' },
      },
    ],
    ...numberCases('correction', '名单有变动'),
  ]);
});
