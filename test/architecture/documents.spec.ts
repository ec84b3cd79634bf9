import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../src/config/project-root.js';
import { readProjectFile } from './project-files.js';

const pages = ['CONTRIBUTING.md', 'SECURITY.md', 'docs/ARCHITECTURE.md', 'migrations/README.md'];
const topFolders = /^(src|test|views|locales|migrations|seeds|bench|public|docs|bin)(\/|$)/;

/** Rows of the table under a heading, as their cells. */
function tableUnder(page: string, heading: string): string[][] {
  const section = readProjectFile(page).split(`\n## ${heading}\n`)[1]!.split('\n## ')[0]!;
  const rows = section.split('\n').filter((line) => line.startsWith('|'));
  return rows.slice(2).map((row) =>
    row
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
}

function quoted(text: string): string[] {
  return [...text.matchAll(/`([^`]+)`/g)].map(([, word]) => word!);
}

describe('pages for whoever changes the program', () => {
  it.each(pages)('%s names only files and folders that exist', (page) => {
    const named = quoted(readProjectFile(page)).filter(
      (word) => topFolders.test(word) && !/[*<… ]/.test(word),
    );
    expect(named.length).toBeGreaterThan(1);
    expect(named.filter((path) => !existsSync(join(projectRoot, path)))).toEqual([]);
  });

  it('ARCHITECTURE lists every room', () => {
    const listed = tableUnder('docs/ARCHITECTURE.md', 'Folders').flatMap(([folder]) =>
      quoted(folder!),
    );
    const rooms = readdirSync(join(projectRoot, 'src'), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => `src/${name}`);
    expect(listed.filter((folder) => folder.startsWith('src/')).toSorted()).toEqual(
      rooms.toSorted(),
    );
  });

  it('ARCHITECTURE names a check for whatever holds', () => {
    const known = readProjectFile('.dependency-cruiser.cjs');
    const isCheck = (word: string) =>
      word.endsWith('.spec.ts') || known.includes(`'${word}'`) || word === '*-points-down';
    const rows = tableUnder('docs/ARCHITECTURE.md', 'What holds');
    expect(rows.length).toBeGreaterThan(20);
    const without = rows.filter(
      ([, checks]) => quoted(checks!).length === 0 || !quoted(checks!).every(isCheck),
    );
    expect(without).toEqual([]);
  });

  it('CONTRIBUTING leads from a change to its room', () => {
    const rows = tableUnder('CONTRIBUTING.md', 'Where do I …');
    expect(rows.length).toBeGreaterThanOrEqual(20);
    expect(rows.filter(([, where]) => quoted(where!).length === 0)).toEqual([]);
  });

  it('the newest release of the changelog is the version of the program', () => {
    const { version } = JSON.parse(readProjectFile('package.json')) as { version: string };
    expect(/^## (\d\S*)/m.exec(readProjectFile('CHANGELOG.md'))![1]).toBe(version);
  });
});
