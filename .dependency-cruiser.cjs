/**
 * Who may know whom. The table is the one of docs/ARCHITECTURE.md; the rules below are made from
 * it, so a new module is one line here. `app.module.ts`, `configure-app.ts`, `cli.ts`, `main.ts` and
 * `entities.ts` at the top of `src/` put the modules together and may see all of them.
 */
const mayUse = {
  rules: [],
  config: [],
  text: ['config', 'rules'],
  paper: ['text'],
  database: ['config', 'rules'],
  journal: ['database', 'rules', 'config', 'text'],
  prooflog: ['journal', 'database', 'rules', 'config', 'text', 'web'],
  notifications: ['database', 'config', 'text', 'prooflog'],
  documents: ['database', 'config', 'journal', 'accounts'],
  web: ['config', 'database', 'rules', 'text', 'paper'],
  jobs: ['rules', 'database', 'config', 'journal'],
  accounts: ['rules', 'database', 'journal', 'notifications'],
  programmes: ['rules', 'database', 'journal', 'jobs', 'documents'],
  merchants: ['rules', 'database', 'journal', 'accounts', 'documents', 'notifications'],
  census: ['merchants', 'programmes'],
  applications: [
    'programmes',
    'merchants',
    'documents',
    'accounts',
    'journal',
    'prooflog',
    'notifications',
  ],
  judging: ['jobs', 'applications', 'programmes', 'accounts', 'journal', 'notifications'],
  awards: [
    'jobs',
    'judging',
    'applications',
    'merchants',
    'programmes',
    'journal',
    'notifications',
  ],
  board: ['awards', 'judging', 'applications', 'merchants', 'programmes'],
  supervision: [
    'awards',
    'prooflog',
    'judging',
    'applications',
    'programmes',
    'accounts',
    'journal',
    'notifications',
  ],
  portal: ['awards', 'judging', 'applications', 'census', 'merchants', 'programmes'],
};

/** Pure decisions, settings, the one door to the data and the page kit serve every feature. */
const foundation = ['rules', 'config', 'database', 'text', 'paper', 'web', 'journal'];
const features = [
  'prooflog',
  'jobs',
  'accounts',
  'programmes',
  'merchants',
  'census',
  'applications',
  'judging',
  'awards',
  'board',
  'supervision',
  'portal',
  'notifications',
  'documents',
];

/** A subject may have pages of its own: `src/judging/draws/pages` is as outer as `src/jobs/pages`. */
const outerLayers = '^src/.+/(pages|api|commands)/';

/** What `name` reaches by the arrows: a thing two steps down is still down. */
function reachable(name, seen = new Set()) {
  const direct = [...mayUse[name], ...(features.includes(name) ? foundation : [])];
  for (const other of direct) {
    if (seen.has(other)) continue;
    seen.add(other);
    reachable(other, seen);
  }
  return seen;
}

const arrowsPointDown = Object.keys(mayUse).map((name) => {
  const allowed = [name, ...reachable(name)].join('|');
  return {
    name: `${name}-points-down`,
    comment: `${name} may use ${[...reachable(name)].join(', ') || 'nothing'}; meet a need above by an event after commit or by passing a value in.`,
    severity: 'error',
    from: { path: `^src/${name}/`, pathNot: '\\.spec\\.ts$' },
    to: { path: '^src/', pathNot: [`^src/(${allowed})/`, '^src/command\\.ts$'] },
  };
});

module.exports = {
  forbidden: [
    ...arrowsPointDown,
    {
      name: 'rules-are-pure',
      comment: 'Rules take plain data: of the outside they see hashing and numeric libraries only.',
      severity: 'error',
      from: { path: '^src/rules/', pathNot: '\\.(spec|fixture)\\.ts$' },
      to: {
        path: '.',
        pathNot: ['^src/rules/', '^(node:)?crypto$', '(^|/)node_modules/(pure-rand|jstat)/'],
      },
    },
    {
      name: 'no-cycles',
      comment: 'Files that need each other, if only by a type, are one file or three.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'outer-layers-are-private',
      comment: "A module's pages, api and commands are its own affair: nobody else imports them.",
      severity: 'error',
      from: { path: '^src/([^/]+)/', pathNot: '\\.spec\\.ts$' },
      to: { path: outerLayers, pathNot: '^src/$1/' },
    },
    {
      name: 'outer-layers-are-outermost',
      comment: 'Use cases, queries and rules know nothing of pages, API and commands.',
      severity: 'error',
      from: {
        path: '^src/[^/]+/',
        // A long module lists what it makes by subject.
        pathNot: [outerLayers, '\\.module\\.ts$', '-providers\\.ts$', '\\.spec\\.ts$'],
      },
      to: { path: outerLayers },
    },
    {
      name: 'one-door-to-the-database',
      comment:
        'TypeORM is known to src/database, entities and migrations; others use database.repo.',
      severity: 'error',
      from: {
        path: '^(src|seeds)/',
        pathNot: ['^src/database/', '\\.entity\\.ts$', '\\.spec\\.ts$'],
      },
      to: {
        path: '(^|/)node_modules/(typeorm|@nestjs/typeorm|better-sqlite3|pg)/',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'nothing-unresolved',
      comment: 'Every import is a file or an installed package.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'no-test-in-the-product',
      comment: 'The product does not import specs, tests or benchmarks.',
      severity: 'error',
      from: { path: '^(src|migrations|seeds)/', pathNot: '\\.spec\\.ts$' },
      to: { path: ['^(test|bench)/', '\\.spec\\.ts$'] },
    },
    {
      name: 'no-development-packages',
      comment: 'What runs in production is listed under dependencies.',
      severity: 'error',
      from: { path: '^(src|migrations|seeds)/', pathNot: '\\.spec\\.ts$' },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg'], dependencyTypesNot: ['type-only'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      mainFields: ['main', 'types'],
    },
  },
};
