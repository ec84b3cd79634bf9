import { describe, expect, it } from '@jest/globals';
import { STEP_ROOMS } from '../../src/programmes/step-rooms.js';
import { START } from '../../src/rules/lifecycle/lifecycle.js';
import { LIFECYCLES } from '../../src/rules/lifecycle/state-diagrams.js';
import { projectFiles } from './project-files.js';
import { sourceLiterals } from './source-literals.js';

/** How the sources that move things along a table name it. */
const MOVED_BY: Readonly<Record<string, RegExp>> = {
  programme: /\b(MoveProgramme|StepProgramme|programmeLifecycle|ProgrammeEvent)\b/u,
  application: /\b(MoveApplication|applicationLifecycle|ApplicationEvent)\b/u,
  title: /\b(MoveTitle|titleLifecycle|TitleEvent)\b/u,
  objection: /\b(MoveObjection|objectionLifecycle|ObjectionEvent)\b/u,
  scoreSheet: /\b(MoveSheet|MoveReReviewSheet|scoreSheetLifecycle|ScoreSheetEvent)\b/u,
  round: /\b(MoveRounds|roundLifecycle|RoundEvent)\b/u,
  notice: /\brequireNoticeStep\b/u,
  practice: /\bpracticeLifecycle\b/u,
};

const sources = projectFiles('src', '.ts').filter(
  ({ path }) => !path.startsWith('src/rules/') && !path.endsWith('.spec.ts'),
);

/** Events of a table that no source names that moves along it. */
function unreached(lifecycle: (typeof LIFECYCLES)[number], files = sources): string[] {
  const named = new Set(
    files
      .filter(({ text }) => MOVED_BY[lifecycle.name]?.test(text))
      .flatMap(({ path, text }) => sourceLiterals(path, text).map((literal) => literal.text)),
  );
  const events = [...new Set(lifecycle.rows.map(({ event }) => event))];
  return events.filter((event) => !named.has(event) && !isTakenOnTheBoard(lifecycle, event));
}

/** The board offers every step of a programme that has no room of its own. */
function isTakenOnTheBoard({ name, rows }: (typeof LIFECYCLES)[number], event: string): boolean {
  const begins = rows.some((row) => row.event === event && row.from.includes(START));
  return name === 'programme' && !begins && !(event in STEP_ROOMS);
}

describe('the events of a lifecycle', () => {
  it.each(LIFECYCLES.map((one) => [one.name, one] as const))('%s: each is taken', (_, one) => {
    expect(unreached(one)).toEqual([]);
  });

  it('are not found where nothing moves', () => {
    const notice = LIFECYCLES.find(({ name }) => name === 'notice')!;
    expect(unreached(notice, [{ path: 'a.ts', text: "const word = 'post';" }])).toContain('post');
    const mover = { path: 'a.ts', text: "requireNoticeStep(state, 'post', role, {});" };
    expect(unreached(notice, [mover])).not.toContain('post');
  });
});
