import { applicationLifecycle } from './application-lifecycle.js';
import { allowedEvents, finalStates, START, transition, type Lifecycle } from './lifecycle.js';
import { programmeLifecycle } from './programme-lifecycle.js';
import { roundLifecycle } from './round-lifecycle.js';
import { LIFECYCLES, renderStateDiagrams, toMermaid } from './state-diagrams.js';
import { titleLifecycle } from './title-lifecycle.js';

function reachable(lifecycle: Lifecycle): Set<string> {
  const reached = new Set<string>([START]);
  for (let before = 0; before !== reached.size;) {
    before = reached.size;
    for (const row of lifecycle.rows) {
      if (row.from.some((state) => reached.has(state))) reached.add(row.to);
    }
  }
  reached.delete(START);
  return reached;
}

describe.each(LIFECYCLES.map((lifecycle) => [lifecycle.name, lifecycle] as const))(
  'the %s lifecycle',
  (_name, lifecycle) => {
    it('reaches every state from its start', () => {
      expect([...reachable(lifecycle)].toSorted()).toEqual([...lifecycle.states].toSorted());
    });

    it('has one arrow at most for a state and an event', () => {
      const keys = lifecycle.rows.flatMap((row) => row.from.map((from) => `${from} ${row.event}`));
      expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
    });

    it('names each row once and gives each row somebody to act', () => {
      const rules = lifecycle.rows.map((row) => row.rule);
      expect(new Set(rules).size).toBe(rules.length);
      expect(lifecycle.rows.filter((row) => row.actors.length === 0)).toEqual([]);
    });
  },
);

describe('rows of the rule book', () => {
  it.each([
    [programmeLifecycle as Lifecycle, 'P', 21],
    [applicationLifecycle as Lifecycle, 'A', 27],
    [titleLifecycle as Lifecycle, 'T', 9],
  ])('%# are all there', (lifecycle, letter, count) => {
    const numbers = new Set(lifecycle.rows.map((row) => row.rule.slice(0, 3)));
    const missing = Array.from(
      { length: count },
      (_, index) => `${letter}${String(index + 1).padStart(2, '0')}`,
    ).filter((rule) => !numbers.has(rule));
    expect(missing).toEqual([]);
  });

  it('lets a programme stop from Announced to Proposed and not before or after', () => {
    const cancellable = programmeLifecycle.states.filter((state) =>
      allowedEvents(programmeLifecycle, state).includes('terminate'),
    );
    expect([cancellable[0], cancellable.at(-1), cancellable.length]).toEqual([
      'Announced',
      'Proposed',
      13,
    ]);
  });

  it('ends applications, titles and programmes where nothing can follow', () => {
    expect(finalStates(applicationLifecycle)).toEqual(['Cancelled', 'Withdrawn']);
    expect(finalStates(titleLifecycle)).toEqual(['Expired']);
    expect(finalStates(programmeLifecycle)).toEqual(['Archived', 'Cancelled']);
  });
});

describe('a state that only leads back to itself', () => {
  it('is an end', () => {
    const row = { event: 'note', verb: 'note', guards: [], actors: ['System'], documents: [] };
    const lifecycle: Lifecycle = {
      name: 'toy',
      states: ['Begun', 'Ended'],
      rows: [
        { ...row, rule: 'X1', from: [START], to: 'Begun', actors: ['System'] },
        { ...row, rule: 'X2', from: ['Begun'], to: 'Ended', actors: ['System'] },
        { ...row, rule: 'X3', from: ['Ended'], to: 'Ended', actors: ['System'] },
      ],
    };
    expect(finalStates(lifecycle)).toEqual(['Ended']);
  });
});

describe('one transition', () => {
  const guards = {
    opinionLengthValid: true,
    rankUnique: true,
    withinDivisionQuota: true,
    reviewerIsNotApprover: true,
    sealScanAttached: true,
  };

  it('recommends an application when every guard holds', () => {
    expect(
      transition(applicationLifecycle, 'InDivisionReview', 'recommend', {
        role: 'DivisionApprover',
        guards,
      }),
    ).toMatchObject({ ok: true, to: 'Recommended', row: { rule: 'A06' } });
  });

  it('names the guard that is not met', () => {
    expect(
      transition(applicationLifecycle, 'InDivisionReview', 'recommend', {
        role: 'DivisionApprover',
        guards: { ...guards, reviewerIsNotApprover: false },
      }),
    ).toEqual({
      ok: false,
      code: 'lifecycle.refused.guard',
      variables: { rule: 'A06', guard: 'reviewerIsNotApprover' },
      unmetGuards: ['reviewerIsNotApprover'],
    });
  });

  it('takes a guard nobody answered as unmet', () => {
    expect(
      transition(applicationLifecycle, 'InPublicity', 'select', {
        role: 'Approver',
        guards: { noticePeriodEnded: true },
      }),
    ).toMatchObject({ ok: false, unmetGuards: ['noHold', 'creditQueryRenewed'] });
  });

  it('refuses another role', () => {
    expect(
      transition(applicationLifecycle, 'InDivisionReview', 'recommend', {
        role: 'DivisionReviewer',
        guards,
      }),
    ).toEqual({
      ok: false,
      code: 'lifecycle.refused.role',
      variables: { rule: 'A06', role: 'DivisionReviewer' },
    });
  });

  it('refuses an event that has no arrow from here', () => {
    expect(
      transition(applicationLifecycle, 'ScoreLocked', 'withdraw', { role: 'Agent', guards: {} }),
    ).toEqual({
      ok: false,
      code: 'lifecycle.refused.event',
      variables: { lifecycle: 'application', state: 'ScoreLocked', event: 'withdraw' },
    });
  });

  it('offers a screener what a screener may do', () => {
    expect(allowedEvents(applicationLifecycle, 'Recommended', 'Screener')).toEqual([
      'requestCorrectionAtScreening',
      'screenIn',
      'screenOut',
    ]);
  });
});

describe('diagrams', () => {
  it('draws a round with its way back', () => {
    expect(toMermaid(roundLifecycle)).toBe(
      [
        'stateDiagram-v2',
        '  state "Planned" as Planned',
        '  state "Open" as Open',
        '  state "Locked" as Locked',
        '  [*] --> Planned : R01 plan',
        '  Planned --> Open : R02 open',
        '  Open --> Locked : R03 lock',
        '  Locked --> Open : R04 unlock',
        '  Planned --> Locked : R05 endWithProgramme',
        '  Open --> Locked : R05 endWithProgramme',
        '',
      ].join('\n'),
    );
  });

  it('leads from a last state to the end', () => {
    expect(toMermaid(titleLifecycle)).toContain('\n  Expired --> [*]\n');
    expect(renderStateDiagrams()).toContain('```\n\n## title\n\n```mermaid\n');
  });

  it('has one diagram for each lifecycle', () => {
    expect(renderStateDiagrams().match(/^## .*/gm)).toEqual([
      '## programme',
      '## application',
      '## title',
      '## objection',
      '## scoreSheet',
      '## round',
      '## notice',
      '## practice',
    ]);
  });
});
