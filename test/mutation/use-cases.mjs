/**
 * Changes the use cases one place at a time, room by room, and runs the specs of the room and those of
 * others that name what is changed: `npm run mutation:use-cases`, or some folders only:
 * `npm run mutation:use-cases -- src/accounts`.
 */
import { readFileSync, readdirSync } from 'node:fs';
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

const folders = process.argv.slice(2);
await mutate(
  (folders.length > 0 ? folders : ROOMS.map((room) => `src/${room}`)).map((folder) => ({
    name: folder,
    report: `use-cases/${folder.replaceAll('/', '-')}`,
    files: filesIn(folder, isUseCase),
    specs: specsOf(folder),
    require: ['./test/mutation/with-application.mjs'],
  })),
  { enough: 80, timeoutMS: 60_000 },
);

/** One verb, then a noun: `end-duty.ts`. What only draws, asks or describes is named otherwise. */
function isUseCase(name) {
  const other = /\.(spec|queries|entity|module|form|page|controller|strategy|command)\.ts$/;
  return (
    /(^|\/)[a-z]+-[a-z-]+\.ts$/.test(name) && !other.test(name) && !/(pages|commands)\//.test(name)
  );
}

/** Those of the room, and those elsewhere that import a use case of the folder by name. */
function specsOf(folder) {
  const room = `src/${folder.split('/')[1]}`;
  const elsewhere = [...filesIn('src', isSpec), ...filesIn('test/races', isSpec)]
    .filter((spec) => !spec.startsWith(`${room}/`))
    .filter((spec) => imports(spec).some((file) => file.startsWith(`${folder}/`)));
  return [...filesIn(room, isSpec), ...elsewhere];
}

function imports(file) {
  const text = readFileSync(file, 'utf8');
  return [...text.matchAll(/from '(\.[^']+)\.js'/g)]
    .map(([, name]) => join(dirname(file), `${name}.ts`))
    .filter(isUseCase);
}

function isSpec(name) {
  return name.endsWith('.spec.ts');
}

function filesIn(folder, matches) {
  return readdirSync(folder, { recursive: true })
    .filter(matches)
    .map((name) => join(folder, name))
    .sort();
}
