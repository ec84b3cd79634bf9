import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { jest } from '@jest/globals';
import { type ChildEnd, ChildProgram } from '../support/child-program.js';
import { serve, startSecret } from '../support/serve-attempt.js';
import { openSideFile } from '../../src/database/side-file.js';

/** Most cases start a process, which takes long on a machine that is at work. */
jest.setTimeout(120_000);

const onSqlite = process.env.DATABASE_URL ? describe.skip : describe;

/** An administrator may write anything; without that one capability, permissions count for root too. */
const asAnyone =
  process.getuid?.() === 0 ? ['setpriv', '--bounding-set=-dac_override,-fowner', '--'] : [];

onSqlite('a start beside small files that cannot be used', () => {
  let folder: string;
  const start = (prefix: readonly string[] = []) => serve({ DATA_DIR: folder }, prefix);

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'biaogan-start-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it.each(['limits.sqlite', 'start.lock'])(
    'makes %s anew where it is damaged, for it holds nothing worth keeping',
    async (name) => {
      writeFileSync(join(folder, name), 'name,year\n'.repeat(1000));
      const child = await ChildProgram.start(['serve'], {
        DATA_DIR: folder,
        DEMO: 'off',
        SECRET: startSecret,
      });
      await child.says('标杆已就绪');
      expect(await child.stop()).toMatchObject({ status: 0 });
      expect(readFileSync(join(folder, name), 'utf8')).not.toContain('name,year');
    },
  );

  it('makes limits.sqlite anew where some of its pages are spoilt', () => {
    const limits = openSideFile(folder, 'limits');
    limits.exec('CREATE TABLE counts (n); CREATE INDEX by_n ON counts (n)');
    const insert = limits.prepare('INSERT INTO counts VALUES (?)');
    for (let n = 0; n < 5000; n += 1) insert.run(n);
    limits.pragma('wal_checkpoint(TRUNCATE)');
    limits.close();
    const path = join(folder, 'limits.sqlite');
    const bytes = readFileSync(path);
    writeFileSync(path, bytes.fill(0xa5, bytes.length / 4, bytes.length / 2));
    const anew = openSideFile(folder, 'limits');
    expect(anew.pragma('quick_check', { simple: true })).toBe('ok');
    expect(anew.prepare('SELECT COUNT(*) FROM sqlite_master').pluck().get()).toBe(0);
    anew.close();
    expect(statSync(path).size).toBeLessThan(bytes.length / 4);
  });

  it('keeps the counts of a whole limits.sqlite', () => {
    const limits = openSideFile(folder, 'limits');
    limits.exec('CREATE TABLE counts (n)');
    limits.close();
    const again = openSideFile(folder, 'limits');
    expect(again.prepare('SELECT COUNT(*) FROM counts').pluck().get()).toBe(0);
    again.close();
  });

  it.each(['limits.sqlite', 'start.lock'])(
    'names %s where a folder is in its place',
    async (name) => {
      mkdirSync(join(folder, name));
      expect(await start()).toEqual(notWritable(join(folder, name)));
    },
  );

  it.each(['limits.sqlite', 'start.lock'])('names %s where it may not be written', async (name) => {
    openSideFile(folder, 'limits').close();
    writeFileSync(join(folder, 'start.lock'), '');
    chmodSync(join(folder, name), 0o444);
    const end = await Promise.race([start(asAnyone), pause(60_000, 'it went on', { ref: false })]);
    expect(end).toEqual(notWritable(join(folder, name)));
  });

  function notWritable(path: string): ChildEnd {
    const words = `数据库文件 ${path} 或它所在的目录不可写。请把目录和文件的写权限给运行程序的用户，再启动。`;
    return { status: 2, words };
  }
});
