import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { fromSavedState, refusalTable } from '../support/case-tables.js';
import { TitleSteps } from '../support/title-steps.js';
import { MoveTitle, type TitleMove } from '../../src/awards/titles/move-title.js';
import { lockTitle } from '../../src/awards/titles/lock-title.js';
import type { Actor } from '../../src/rules/lifecycle/roles.js';
import { type TitleState, titleLifecycle } from '../../src/rules/lifecycle/title-lifecycle.js';

let life: TitleSteps;
beforeAll(async () => {
  life = await TitleSteps.open();
});
afterAll(() => life.app.stop());

const guards = [
  { rule: 'T02', guard: 'annualReturnOrTrigger' },
  { rule: 'T03', guard: 'conditionsStillMet' },
  { rule: 'T04', guard: 'remediableFault' },
  { rule: 'T05', guard: 'repairedInTerm' },
  { rule: 'T06', guard: 'notRepairedInTerm' },
  { rule: 'T06', guard: 'statementInvited' },
  { rule: 'T06', guard: 'decidedByTwo' },
  { rule: 'T06', guard: 'noticePosted' },
  { rule: 'T07', guard: 'revocationGroundHolds' },
  { rule: 'T07', guard: 'statementInvited' },
  { rule: 'T07', guard: 'decidedByTwo' },
  { rule: 'T07', guard: 'noticePosted' },
  { rule: 'T08', guard: 'validityEnded' },
  { rule: 'T09', guard: 'decisionAnnulled' },
  { rule: 'T09', guard: 'noticePosted' },
] as const;
const rowOf = (rule: string) => titleLifecycle.rows.find((one) => one.rule === rule)!;

const move = (rule: string, over: Readonly<Record<string, boolean>>, role?: Actor) => {
  const row = rowOf(rule);
  const met = Object.fromEntries(row.guards.map((guard) => [guard, true]));
  const given = { actorId: null, role: role ?? row.actors[0]!, reason: null };
  const event = row.event as TitleMove['event'];
  return life.app.database.transaction(async () => {
    const title = await lockTitle(life.app.database, life.id);
    await life.app.app.get(MoveTitle).run(title, { ...given, event, guards: { ...met, ...over } });
  });
};

test('every guard of a title that is held has its case', () => {
  const held = titleLifecycle.rows.filter(({ event }) => event !== 'confer');
  expect(guards.map(({ rule, guard }) => `${rule} ${guard}`)).toEqual(
    held.flatMap((row) => row.guards.map((guard) => `${row.rule} ${guard}`)),
  );
});

/** A use case that forgets to look moves nothing: the table asks again. */
refusalTable(
  () => life.app,
  guards.map((given) => [
    `${given.rule} without ${given.guard}`,
    async () => {
      await life.put(rowOf(given.rule).from[0] as TitleState);
      return () => move(given.rule, { [given.guard]: false });
    },
    { code: 'lifecycle.refused.guard', variables: given },
  ]),
);

fromSavedState(() => life.app);
test.each(guards.map(({ rule }) => rule))('%s moves when all is met', async (rule) => {
  await life.put(rowOf(rule).from[0] as TitleState);
  await move(rule, {});
  expect(await life.state()).toBe(rowOf(rule).to);
});

test.each(['T06', 'T07', 'T09'])('%s is not taken by the approver who decided it', async (rule) => {
  await life.put(rowOf(rule).from[0] as TitleState);
  await expect(move(rule, {}, 'Approver')).rejects.toMatchObject({
    code: 'lifecycle.refused.role',
  });
});
