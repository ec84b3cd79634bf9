import { expect } from '@jest/globals';
import { attestDraw } from './attest.js';
import { type SeatedJudge, declareNone } from './judging.js';
import type { Person } from './people.js';
import type { TestApp } from './test-app.js';
import type { Visitor } from './visitor.js';

/** From seated panels to an open round of material review, through the rooms of the office. */
export async function openMaterial(
  app: TestApp,
  { visitor }: Person,
  programmeId: string,
  judges: readonly SeatedJudge[],
  roundId: string,
): Promise<void> {
  await attestDraw(app, programmeId);
  await visitor.get(`/office/panels/${programmeId}`);
  await visitor.submit('/declaration');
  expect(visitor.errors).toEqual([]);
  for (const judge of judges) await declareNone(judge);
  await inRound(visitor, roundId, '/opening');
  expect(visitor.errors).toEqual([]);
}

/** Does something in the room of a round, as its button would. */
export async function inRound(visitor: Visitor, roundId: string, act: string): Promise<Visitor> {
  await visitor.get(`/office/rounds/${roundId}`);
  return visitor.submit(act);
}

/** Every open sheet of a judge in a round: the best anchors, or the least where `low` says so. */
export async function scoreAndSign(
  app: TestApp,
  { accountId, visitor }: SeatedJudge,
  roundId: string,
  low: (applicationId: string) => boolean = () => false,
): Promise<void> {
  const sheets = await app.database.rows<{ id: string; applicationId: string }>(
    `SELECT id, application_id FROM score_sheet
     WHERE round_id = ? AND account_id = ? AND state = 'Open' ORDER BY position, id`,
    [roundId, accountId],
  );
  for (const { id, applicationId } of sheets) {
    await visitor.get(`/judging/sheets/${id}`);
    const fields: Record<string, string> = { after: 'stay' };
    for (const indicator of visitor.page.querySelectorAll('[data-score-indicator]')) {
      const marks = indicator.querySelectorAll('input[type=radio]');
      const name = marks[0]!.getAttribute('name')!;
      const values = marks.map((mark) => Number(mark.getAttribute('value')));
      fields[name] = String(low(applicationId) ? Math.min(...values) : Math.max(...values));
      const comment = indicator.querySelector('textarea')?.getAttribute('name');
      if (comment) fields[comment] = '材料齐全，已逐项核对，依据充分。';
    }
    await visitor.submit('/judging/sheets/', fields);
    expect([id, visitor.errors]).toEqual([id, []]);
  }
  const place = `/judging/rounds/${roundId}/sign`;
  await visitor.get(place);
  const keys = visitor.page
    .querySelectorAll('input[name=sheets]')
    .map((box) => box.getAttribute('value')!);
  expect(keys).toHaveLength(sheets.length);
  await visitor.submit(place, { sheets: keys, dissent: '', confirm: 'on' });
  expect(visitor.errors).toEqual([]);
}

/** What a refusal must leave as it was. */
export async function footprint(app: TestApp, programmeId: string) {
  const counts = await app.database.row<Record<string, number>>(
    `SELECT (SELECT COUNT(*) FROM score_sheet) AS sheets,
       (SELECT COUNT(*) FROM journal_entry) AS entries,
       (SELECT COUNT(*) FROM message) AS messages`,
  );
  const programme = await app.database.row<{ state: string }>(
    'SELECT state FROM programme WHERE id = ?',
    [programmeId],
  );
  const rounds = await app.database.rows<{ state: string }>(
    'SELECT state FROM round WHERE programme_id = ? ORDER BY id',
    [programmeId],
  );
  const states = rounds.map(({ state }) => state).join(' ');
  return { ...counts, state: programme!.state, rounds: states };
}
