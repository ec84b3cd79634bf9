import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../src/config/project-root.js';
import { crawl } from '../support/crawl.js';
import type { Visitor } from '../support/visitor.js';
import { demoPeople, signIn } from './demo-people.js';
import type { StartedProgram } from './started-program.js';

export interface Walk {
  readonly people: readonly string[];
  /** `who path` → what stands there, with what may differ from start to start taken out. */
  readonly pages: ReadonlyMap<string, string>;
  readonly complaints: readonly string[];
}

/** Signs in as everybody whom the sign-in page lists, and once as nobody, and follows the links. */
export async function walk(program: StartedProgram): Promise<Walk> {
  const pages = new Map<string, string>();
  const complaints: string[] = [];
  const follow = async (who: string, visitor: Visitor, start: readonly string[]) => {
    const look = (path: string) => {
      const text = textOf(visitor);
      pages.set(`${who} ${path}`, lasting(text));
      complaints.push(...complaintsAbout(visitor, text).map((one) => `${who} ${path}: ${one}`));
    };
    await crawl(visitor, start, { perKind: 3, limit: 400, look });
  };
  await follow('nobody', program.visitor(), ['/', '/sign-in']);
  const people = await demoPeople(program);
  for (const person of people) {
    const { visitor } = await signIn(program, person);
    await follow(person.name, visitor, [visitor.path, '/', '/messages', '/account/password']);
  }
  return { people: people.map(({ name }) => name), pages, complaints };
}

function complaintsAbout(visitor: Visitor, text: string): string[] {
  // Files for machines carry keys on purpose; who reads them makes the sentences.
  const sought = isPage(visitor) ? [...holes, untranslated] : holes;
  return [
    ...(visitor.status === 200 ? [] : [`status ${visitor.status}`]),
    ...sought.flatMap((hole) => hole.exec(text)?.[0] ?? []),
  ];
}

const holes = [/\bundefined\b/, /\bNaN\b/, /\[object /, /\bInvalid Date\b/];
const isPage = ({ headers }: Visitor) => headers['content-type']?.startsWith('text/html') ?? false;

/** Everything that is read there: a page with its title and its fields, or a file of text. */
function textOf(visitor: Visitor): string {
  const { headers, html, page } = visitor;
  if (!isPage(visitor)) {
    return /^(text|application\/(json|[a-z]+\+xml))/.test(headers['content-type'] ?? '')
      ? html
      : '';
  }
  const fields = page
    .querySelectorAll('input:not([type=hidden])')
    .map((field) => field.getAttribute('value') ?? '');
  // What a script is given to say is not said yet.
  for (const script of page.querySelectorAll('script')) script.remove();
  const blocks = page.querySelectorAll('title, body').map((one) => one.structuredText);
  return [...blocks, ...fields].join('\n');
}

/** A key of the locale files standing where its sentence should. */
const untranslated = new RegExp(
  `(?<![\\w./@-])(${[...firstWords()].join('|')})\\.[a-z]\\w*(\\.\\w+)*(?![\\w/@-])`,
);

function firstWords(): Set<string> {
  const folder = join(projectRoot, 'locales', 'zh-CN');
  const keys = readdirSync(folder).flatMap((file) =>
    Object.keys(JSON.parse(readFileSync(join(folder, file), 'utf8')) as object),
  );
  return new Set(keys.map((key) => key.split('.')[0]!));
}

/** Two programs are started at different moments, under different addresses and secrets. */
function lasting(text: string): string {
  return text
    .replaceAll(/(BG1\.\d+\.[0-9a-f]{64})\.[\w-]{86}/g, '$1.SIGNATURE')
    .replaceAll(/\+[0-9a-f]{8}\+[\w+/]{44}/g, '+KEY')
    .replaceAll(/(— \S+) [\w+/=]{92}/g, '$1 SIGNATURE')
    .replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z|\b\d{8}T\d{6}Z/g, 'INSTANT')
    .replaceAll(/\d{1,2}:\d\d(:\d\d)?/g, 'TIME')
    .replaceAll(/127\.0\.0\.1:\d+|localhost:\d+/g, 'ADDRESS');
}
