import { projectFiles } from './project-files.js';
import { stateDecisions } from './state-decisions.js';

/** Files that may name states beside the rules, and why. */
const EXCEPTIONS: Readonly<Record<string, string>> = {
  'src/jobs/calculation-jobs.ts': 'a queue of calculations has states of no rule book',
  'src/jobs/run-calculations.ts': 'a queue of calculations has states of no rule book',
  'src/awards/titles/pages/titles.controller.ts':
    'the filter of a file of titles, as an address has it',
};

const sources = projectFiles('src', '.ts').filter(
  ({ path }) => !path.startsWith('src/rules/') && !path.endsWith('.spec.ts'),
);

describe('what a state means', () => {
  it('is decided in src/rules/lifecycle, never spelled again', () => {
    const found = sources
      .filter(({ path }) => !(path in EXCEPTIONS))
      .flatMap(({ path, text }) =>
        stateDecisions(path, text).map((one) => `${path}:${one.line} ${one.text}`),
      );
    expect(found).toEqual([]);
  });

  it('has no exception that is not needed', () => {
    const unused = Object.keys(EXCEPTIONS).filter((path) => {
      const file = sources.find((one) => one.path === path);
      return !file || stateDecisions(path, file.text).length === 0;
    });
    expect(unused).toEqual([]);
  });

  it('uses every group that the rules name', () => {
    const all = sources.map(({ text }) => text).join('\n');
    const rules = projectFiles('src/rules', '.ts').filter(({ path }) => !path.endsWith('.spec.ts'));
    const unused = rules.flatMap(({ text }) =>
      [...text.matchAll(/export const (\w+In) = \{(.*?)\n\} as const/gs)].flatMap(
        ([, name, body]) =>
          [...body!.matchAll(/^ {2}(\w+): of/gm)]
            .map(([, group]) => `${name}.${group}`)
            .filter((used) => {
              const word = new RegExp(`\\b${used.replace('.', '\\.')}\\b`);
              return !word.test(all) && !rules.some((rule) => word.test(rule.text));
            }),
      ),
    );
    expect(unused).toEqual([]);
  });
});

describe('the search for decisions by state', () => {
  it.each([
    `if (application.state === 'Draft') stop();`,
    `if ('Draft' !== state) stop();`,
    `const open = ['Received', 'UnderReview'];`,
    `const first = ['Drawing'].includes(state);`,
    `switch (state) { case 'Verified': break; }`,
    `if (declaration.state === 'recused') stop();`,
    `await repo.findBy({ roundId, state: 'Open' });`,
    `await repo.count({ where: { state: 'Published' } });`,
    `rows("SELECT 1 FROM round WHERE state = 'Open'");`,
    "rows(`SELECT 1 FROM round r WHERE r.id = ${id} AND r.state NOT IN ('Open')`);",
  ])('finds %s', (source) => {
    expect(stateDecisions('some.ts', source)).toHaveLength(1);
  });

  it.each([
    `if (applicationIn.draft.has(application.state)) stop();`,
    `const open = calendar.find(({ phase }) => phase === 'Open');`,
    `const tones = { Draft: 'neutral' };`,
    'rows(`SELECT 1 FROM round WHERE state IN (${quotedList(roundIn.open)})`);',
    `if (answer === 'none') stop();`,
  ])('leaves %s', (source) => {
    expect(stateDecisions('some.ts', source)).toEqual([]);
  });
});
