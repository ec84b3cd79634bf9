import { afterAll, beforeAll, describe } from '@jest/globals';
import { type RefusalCase, refusalTable } from '../../../test/support/case-tables.js';
import { DrawSteps } from '../../../test/support/draw-steps.js';
import { missingIn } from '../../../test/support/refusals.js';
import { TestApp } from '../../../test/support/test-app.js';
import { newId } from '../../database/new-id.js';
import { FreezeDraw } from './freeze-draw.js';

let app: TestApp;
let draw: DrawSteps;
beforeAll(async () => {
  app = await TestApp.start();
  draw = await DrawSteps.begun(app);
}, 120_000);
afterAll(() => app.stop());

const states = ['Preparing', 'Frozen', 'Committed', 'Witnessed', 'Drawn'] as const;
/** The step, what is sent, and the states from which it is taken. */
const steps = [
  ['prepare', () => draw.terms(), ['Preparing']],
  ['prepare', () => draw.exclude(draw.pool[0]!, '正在国外出差'), ['Preparing']],
  ['freeze', () => draw.freeze(), ['Preparing']],
  ['commit', () => draw.commit(), ['Frozen']],
  ['witness', () => draw.witness(), ['Committed']],
  ['reveal', () => draw.reveal(), ['Witnessed']],
  ['sign', () => draw.sign(), ['Drawn']],
  ['sign', () => draw.redraw(), ['Drawn']],
  ['void', () => draw.proposeVoid(), ['Frozen', 'Committed', 'Witnessed', 'Drawn']],
  ['void', () => draw.confirmVoid(), ['Frozen', 'Committed', 'Witnessed', 'Drawn']],
] as const;

describe('a step out of turn', () => {
  const cases = states.flatMap((state) =>
    steps
      .filter(([, , from]) => !from.some((one) => one === state))
      .map(([step, act]): RefusalCase => [
        `${String(act).replace('() => draw.', '')} of a draw that is ${state}`,
        async () => {
          await draw.upTo(state);
          return act;
        },
        { code: 'judging.draw.outOfTurn', kind: 'conflict', variables: { step, state } },
      ]),
  );
  refusalTable(() => app, cases);
});

describe('a step outside the phase of drawing', () => {
  const before = {
    prepare: 'Preparing',
    freeze: 'Preparing',
    commit: 'Frozen',
    witness: 'Committed',
    reveal: 'Witnessed',
    void: 'Drawn',
  } as const;
  const cases = steps.flatMap(([step, act]): RefusalCase[] => {
    if (step === 'sign') return [];
    return [
      [
        `${String(act).replace('() => draw.', '')} after the declarations were called`,
        async () => {
          await draw.upTo(before[step]);
          await draw.programmeIs('RecusalDeclaration');
          return act;
        },
        {
          code: 'judging.draw.notDrawing',
          kind: 'conflict',
          variables: { again: 'no', lifecycle: 'programme', state: 'RecusalDeclaration' },
        },
      ],
    ];
  });
  refusalTable(
    () => app,
    [
      ...cases,
      [
        'a beginning after the declarations were called',
        async () => {
          await draw.programmeIs('RecusalDeclaration');
          return () => draw.begin();
        },
        {
          code: 'judging.draw.notDrawing',
          kind: 'conflict',
          variables: { again: 'no', lifecycle: 'programme', state: 'RecusalDeclaration' },
        },
      ],
      [
        'the voiding of a panel drawn again, whose judges declare',
        async () => {
          await draw.upTo('Drawn');
          await draw.vacate([3, 101, 102, 103]);
          draw.id = await draw.redraw();
          for (const act of [draw.commit, draw.witness, draw.reveal]) await act.call(draw);
          await draw.programmeIs('MaterialReview');
          return () => draw.proposeVoid();
        },
        {
          code: 'judging.draw.notDrawing',
          kind: 'conflict',
          variables: { again: 'no', lifecycle: 'programme', state: 'MaterialReview' },
        },
      ],
      [
        'another draw once the list is deliberated',
        async () => {
          await draw.upTo('Drawn');
          await draw.programmeIs('Deliberation');
          return () => draw.redraw();
        },
        {
          code: 'judging.draw.notDrawing',
          kind: 'conflict',
          variables: { again: 'yes', lifecycle: 'programme', state: 'Deliberation' },
        },
      ],
      [
        'a step of a draw nobody began',
        () => () => app.app.get(FreezeDraw).run(draw.registrar, newId()),
        missingIn('take-draw'),
      ],
    ],
  );
});
