import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { foundationTables } from '../../migrations/foundation-tables.js';
import { migrations } from '../../migrations/index.js';
import { projectRoot } from '../../src/config/project-root.js';
import { readProjectFile } from './project-files.js';

/** Of the tables with which databases of the first release began. */
const FOUNDATION = '8c08b84d202d8c2720e93e3e99dd44e00818b4fc1b8235c5b9eeb6406398dbc1';

const number = (text: string) => Number(/(\d{4})$/.exec(text)![1]);
const files = readdirSync(join(projectRoot, 'migrations')).filter((name) => /^\d/.test(name));

describe('migrations', () => {
  it('leave the tables of the first release as they were', () => {
    const hash = createHash('sha256').update(JSON.stringify(foundationTables)).digest('hex');
    const hint =
      'migrations/foundation-tables.ts is history: databases out there were made from it. ' +
      'Undo the change and write a new migration (migrations/README.md).';
    expect(hash === FOUNDATION ? 'unchanged' : hint).toBe('unchanged');
  });

  it('are listed in the order of their files, each under its number', () => {
    const names = migrations.map((Migration): string => new Migration().name);
    expect(names.map(number)).toEqual(names.map(number).toSorted((a, b) => a - b));
    expect(names.map(number)).toEqual(files.map((name) => Number(name.slice(0, 4))));
    expect(names).toEqual(migrations.map(({ name }) => name));
  });

  it('never go back', async () => {
    for (const Migration of migrations) {
      await expect(new Migration().down()).rejects.toThrow('goes forward only');
    }
  });

  it('are explained by code that runs', () => {
    const sources = [
      ...files.map((name) => readProjectFile(`migrations/${name}`)),
      readProjectFile('test/migrations/widen-account-kind.ts'),
    ].map(squeezed);
    const blocks = [
      ...readProjectFile('migrations/README.md').matchAll(/```ts\n([\s\S]*?)```/g),
    ].map(([, code]) => squeezed(code!));
    expect(blocks.length).toBeGreaterThan(1);
    expect(blocks.filter((block) => !sources.some((text) => text.includes(block)))).toEqual([]);
  });
});

function squeezed(code: string): string {
  return code.replaceAll(/\s+/g, ' ').trim();
}
