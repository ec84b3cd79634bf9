import { afterAll, beforeAll, describe } from '@jest/globals';
import { acting } from '../../../test/support/acting.js';
import { refusalTable } from '../../../test/support/case-tables.js';
import { DrawSteps } from '../../../test/support/draw-steps.js';
import { missingIn, staleIn } from '../../../test/support/refusals.js';
import { TestApp } from '../../../test/support/test-app.js';
import { OpenDeclaration } from '../rounds/open-declaration.js';

let app: TestApp;
let draw: DrawSteps;
beforeAll(async () => {
  app = await TestApp.start();
  draw = await DrawSteps.begun(app);
}, 120_000);
afterAll(() => app.stop());

const declare = () => app.app.get(OpenDeclaration).run(draw.registrar, draw.cast.programme.id);
const samePerson = { code: 'forbiddenPair.firstSecondPerson' };
const drawn = () => draw.upTo('Drawn');

describe('a signature under the record', () => {
  refusalTable(
    () => app,
    [
      [
        'of another draw',
        async () => {
          await drawn();
          return () => draw.sign(draw.registrar, 'f'.repeat(64));
        },
        staleIn('sign-draw'),
      ],
      [
        'by somebody without the duty',
        async () => {
          await drawn();
          return () => draw.sign(draw.approver);
        },
        missingIn('acting-role'),
      ],
      [
        'by a supervisor who was not there',
        async () => {
          await drawn();
          return () => draw.sign(acting('Supervisor'));
        },
        { code: 'judging.draw.otherWitness' },
      ],
      [
        'by the witness, who supervises no longer',
        async () => {
          await drawn();
          return () => draw.sign(acting('CityRegistrar', { accountId: draw.supervisor.accountId }));
        },
        missingIn('acting-role'),
      ],
      [
        'that is missing when the judges are asked to declare',
        async () => {
          await drawn();
          await draw.sign();
          return declare;
        },
        { code: 'programmes.blocked.drawRecordSigned', variables: { open: 1 } },
      ],
      ...(['registrar', 'supervisor'] as const).map(
        (who) =>
          [
            `of the ${who} twice`,
            async () => {
              await drawn();
              await draw.sign(draw[who]);
              return () => draw.sign(draw[who]);
            },
            { code: 'judging.draw.signedAlready', kind: 'conflict' },
          ] as const,
      ),
    ],
  );
});

describe('a draw that is voided or drawn again', () => {
  refusalTable(
    () => app,
    [
      [
        'by somebody who may not propose it',
        async () => {
          await drawn();
          return () => draw.proposeVoid(draw.approver);
        },
        missingIn('acting-role'),
      ],
      [
        'proposed twice',
        async () => {
          await drawn();
          await draw.proposeVoid();
          return () => draw.proposeVoid();
        },
        { code: 'judging.draw.voidProposedAlready', kind: 'conflict' },
      ],
      [
        'confirmed before anybody proposed it',
        async () => {
          await drawn();
          return () => draw.confirmVoid();
        },
        { code: 'judging.draw.voidNotProposed', kind: 'conflict' },
      ],
      [
        'confirmed by whoever proposed it',
        async () => {
          await drawn();
          await draw.proposeVoid();
          return () => draw.confirmVoid(draw.registrar);
        },
        samePerson,
      ],
      [
        'confirmed by somebody without the duty',
        async () => {
          await drawn();
          await draw.proposeVoid();
          return () => draw.confirmVoid(draw.supervisor);
        },
        missingIn('acting-role'),
      ],
      [
        'while a later one stands on it',
        async () => {
          await drawn();
          await draw.vacate([3, 101, 102, 103]);
          await draw.redraw();
          await draw.proposeVoid();
          return () => draw.confirmVoid();
        },
        { code: 'judging.draw.laterExists', kind: 'conflict' },
      ],
      [
        'again while every seat is taken',
        async () => {
          await drawn();
          return () => draw.redraw();
        },
        { code: 'judging.draw.noVacancy' },
      ],
      [
        'again while an alternate can step in',
        async () => {
          await drawn();
          await draw.vacate([3]);
          return () => draw.redraw();
        },
        { code: 'judging.draw.alternateLeft' },
      ],
      [
        'again from a list that holds too few besides those drawn before',
        async () => {
          // Five judges, three alternates and three more.
          for (const expert of draw.pool.slice(11))
            await draw.exclude(expert, '本人书面说明不便参加。');
          await drawn();
          await draw.vacate([3, 101, 102, 103]);
          return () => draw.redraw();
        },
        { code: 'draw.supplyShort' },
      ],
      [
        'again twice',
        async () => {
          await drawn();
          await draw.vacate([3, 101, 102, 103]);
          await draw.redraw();
          return () => draw.redraw();
        },
        { code: 'judging.draw.alreadyBegun', kind: 'conflict' },
      ],
    ],
  );
});
