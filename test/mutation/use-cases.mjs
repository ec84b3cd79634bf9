/**
 * Changes the use cases one place at a time, room by room, and runs the specs of the room and those of
 * others that name what is changed: `npm run mutation:use-cases`, or some folders or files only:
 * `npm run mutation:use-cases -- src/accounts src/judging/sheets`.
 */
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { mutate } from './mutate.mjs';

const ROOMS = [
  'accounts',
  'applications',
  'awards',
  'census',
  'documents',
  'journal',
  'judging',
  'merchants',
  'notifications',
  'programmes',
];

/** Specs of other rooms that reach a use case by what they do, without its name. */
const DRIVEN_BY = {
  accounts: [
    'src/applications/office/lists/application-lists.spec.ts',
    'src/applications/office/lists/walk.spec.ts',
  ],
  documents: ['src/judging/rounds/blind-files.spec.ts'],
  notifications: [
    'src/accounts/mail/mail.spec.ts',
    'src/awards/notices/records.spec.ts',
    'src/awards/standings/records.spec.ts',
    'src/supervision/daily-checkpoint.spec.ts',
  ],
  programmes: ['src/awards/termination/records.spec.ts'],
};
const SPECS = ['src', 'test/journal', 'test/lifecycle', 'test/races'];

const places = process.argv.slice(2);
await mutate(
  (places.length > 0 ? places : ROOMS.map((room) => `src/${room}`)).map((place) => ({
    name: place,
    report: `use-cases/${place.replace(/\.ts$/, '').replaceAll('/', '-')}`,
    files: filesIn(place, isUseCase),
    specs: specsOf(place),
    runner: 'kept-applications',
  })),
  { enough: 80, timeoutMS: 120_000 },
);

/**
 * A class with one public `run`, and what it decides with: whatever locks, writes, tells or says no, and
 * the facts of guards. What only reads, draws or words is no use case, whatever its method is called.
 */
function isUseCase(file) {
  const other = /\.(spec|queries|entity|module|form|page|controller|strategy|command)\.ts$/;
  if (!file.endsWith('.ts') || other.test(file) || /\/(pages|commands)\//.test(file)) return false;
  if (/-guards?(-facts)?\.ts$/.test(file)) return true;
  const acts =
    /\.(lock|lockAll|share|save|insert|update|delete|upsert|record|transaction|request)\(|\b(RecordAccess|Notify)\b|\bthrow /;
  return acts.test(readFileSync(file, 'utf8'));
}

/** Those of the room, and those elsewhere that name or drive what is changed. */
function specsOf(place) {
  const name = place.split('/')[1];
  const room = `src/${name}/`;
  const elsewhere = SPECS.flatMap((folder) => filesIn(folder, isSpec))
    .filter((spec) => !spec.startsWith(room))
    .filter((spec) => imports(spec).some((file) => file.startsWith(place)));
  return [...new Set([...filesIn(room, isSpec), ...elsewhere, ...(DRIVEN_BY[name] ?? [])])];
}

function imports(file) {
  const text = readFileSync(file, 'utf8');
  return [...text.matchAll(/from '(\.[^']+)\.js'/g)]
    .map(([, name]) => join(dirname(file), `${name}.ts`))
    .filter((name) => name.startsWith('src/') && isUseCase(name));
}

function isSpec(name) {
  return name.endsWith('.spec.ts');
}

function filesIn(place, matches) {
  if (statSync(place).isFile()) return [place];
  return readdirSync(place, { recursive: true })
    .map((name) => join(place, name))
    .filter(matches)
    .sort();
}
