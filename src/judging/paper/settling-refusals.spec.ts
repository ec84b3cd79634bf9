import { afterAll, beforeAll, describe } from '@jest/globals';
import { acting } from '../../../test/support/acting.js';
import { refusalTable } from '../../../test/support/case-tables.js';
import { PaperSteps, someIndicator } from '../../../test/support/paper-steps.js';
import { missingIn } from '../../../test/support/refusals.js';
import { TestApp } from '../../../test/support/test-app.js';
import { newId } from '../../database/new-id.js';
import { PinEvidence } from '../sheets/pins/pin-evidence.js';

let app: TestApp;
let paper: PaperSteps;
beforeAll(async () => {
  app = await TestApp.start();
  paper = await PaperSteps.open(app);
}, 120_000);
afterAll(() => app.stop());

const first = () => paper.as(paper.first);
const second = () => paper.as(paper.second);
const third = () => paper.as(paper.third);
const field = `score-${someIndicator}`;
const firstKeyed = (act: () => Promise<unknown>) => async () => {
  await paper.key(first());
  return act;
};
const ownPanel = { code: 'judging.paper.ownPanel' } as const;
const twoPeople = { code: 'forbiddenPair.firstSecondPerson' } as const;
const keyedByOffice = { code: 'judging.paper.keyedByOffice', kind: 'conflict' } as const;

describe('a decision on what differs', () => {
  const settled =
    (act: () => Promise<unknown>, prepare: () => Promise<unknown> = () => paper.apart()) =>
    async () => {
      await prepare();
      return act;
    };
  refusalTable(
    () => app,
    [
      [
        'by the registrar',
        settled(() => paper.settle(paper.round.registrar)),
        missingIn('acting-role'),
      ],
      [
        'by an approver of another programme',
        settled(() => paper.settle(acting('Approver', { programmeId: newId() }))),
        missingIn('acting-role'),
      ],
      ['by the first who keyed it', settled(() => paper.settle(first())), twoPeople],
      ['by the second who keyed it', settled(() => paper.settle(second())), twoPeople],
      [
        'by a judge of the programme',
        settled(() => paper.settle(acting('Approver', paper.round.judges[1]))),
        ownPanel,
      ],
      [
        'where nothing differs',
        settled(
          () => paper.settle(third()),
          () => paper.keyed(),
        ),
        { code: 'judging.paper.notApart', kind: 'conflict' },
      ],
      [
        'that leaves it open',
        settled(() => paper.settle(third(), { scores: {} })),
        { code: 'judging.paper.pointsMissing', field },
      ],
      [
        'that does not say how the paper reads',
        settled(() => paper.settle(third(), { note: '同上' })),
        { code: 'judging.paper.noteLength', field: 'note', variables: { min: 4, max: 500 } },
      ],
    ],
  );
});

describe('taking a paper back', () => {
  refusalTable(
    () => app,
    [
      ['by a tabulator', firstKeyed(() => paper.withdraw(first())), missingIn('acting-role')],
      [
        'by a registrar of another programme',
        firstKeyed(() => paper.withdraw(acting('CityRegistrar', { programmeId: newId() }))),
        missingIn('acting-role'),
      ],
      [
        'of which nobody knows',
        () => () => paper.withdraw(),
        { code: 'judging.paper.notOpen', kind: 'conflict' },
      ],
      [
        'that has become the sheet of its judge',
        async () => {
          await paper.keyed();
          return () => paper.withdraw();
        },
        { code: 'judging.paper.notOpen', kind: 'conflict' },
      ],
    ],
  );
});

describe('on the device, once the office keys the paper', () => {
  refusalTable(
    () => app,
    [
      [
        'a score',
        firstKeyed(async () => paper.round.save(await paper.round.sheet(1))),
        keyedByOffice,
      ],
      ['a signature', firstKeyed(() => paper.round.signAll(1)), keyedByOffice],
      [
        'a page of a file to rest on',
        firstKeyed(async () => {
          const { id } = await paper.round.sheet(1);
          const pin = { indicator: someIndicator, documentId: newId(), page: null };
          return app.app.get(PinEvidence).run(paper.round.judge(1), id, pin);
        }),
        keyedByOffice,
      ],
    ],
  );
});
