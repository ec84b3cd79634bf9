import {
  chmodSync,
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { type AddressInfo, type Server, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { jest } from '@jest/globals';
import SqliteDatabase from 'better-sqlite3';
import { filledFoundation } from '../migrations/filled-foundation.js';
import { type ChildEnd } from '../support/child-program.js';
import { serve } from '../support/serve-attempt.js';

/** Each case starts a process, which takes long on a machine that is at work. */
jest.setTimeout(120_000);

const onSqlite = process.env.DATABASE_URL ? describe.skip : describe;

/** An administrator may write anything; without that one capability, permissions count for root too. */
const asAnyone =
  process.getuid?.() === 0 ? ['setpriv', '--bounding-set=-dac_override,-fowner', '--'] : [];

onSqlite('a start on an SQLite file that cannot be used', () => {
  let folder: string;
  const file = () => join(folder, 'biaogan.sqlite');
  const start = (prefix: readonly string[] = []) => serve({ DATA_DIR: folder }, prefix);

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'biaogan-start-'));
  });
  afterEach(() => {
    chmodSync(folder, 0o755);
    rmSync(folder, { recursive: true });
  });

  async function fill(): Promise<void> {
    const place = await filledFoundation();
    const source = new SqliteDatabase(join(place.dataDir, 'biaogan.sqlite'));
    source.pragma('wal_checkpoint(TRUNCATE)');
    source.close();
    copyFileSync(join(place.dataDir, 'biaogan.sqlite'), file());
    await place.remove();
  }

  it('refuses a file that is no database', async () => {
    writeFileSync(file(), 'name,year\n'.repeat(1000));
    expect(await start()).toEqual(damaged());
  });

  it('refuses a file of which half is missing', async () => {
    await fill();
    truncateSync(file(), readFileSync(file()).length / 2);
    expect(await start()).toEqual(damaged());
  });

  it('refuses a file with spoilt pages before the upgrade, and leaves no half copy', async () => {
    await fill();
    const bytes = readFileSync(file());
    writeFileSync(file(), bytes.fill(0xa5, bytes.length / 4, bytes.length / 2));
    expect(await start()).toEqual(damaged());
    expect(readdirSync(folder).filter((name) => name.includes('before'))).toEqual([]);
  });

  it('refuses a folder in the place of the file', async () => {
    mkdirSync(file());
    expect(await start()).toEqual(notWritable());
  });

  it('refuses a file that may not be written', async () => {
    await fill();
    chmodSync(file(), 0o444);
    expect(await start(asAnyone)).toEqual(notWritable());
  });

  it('refuses a folder that may not be written', async () => {
    chmodSync(folder, 0o555);
    const words = `数据目录 ${folder} 不可写。请修改目录权限，或用 DATA_DIR 指定另一个目录。`;
    expect(await start(asAnyone)).toEqual({ status: 2, words });
  });

  it('refuses a torn secret file', async () => {
    writeFileSync(join(folder, 'secret'), '');
    const words = `密钥文件 ${join(folder, 'secret')} 无法读取或不完整。请从备份恢复它；只有数据库也是新的，才可以删除它重新生成。`;
    expect(await serve({ DATA_DIR: folder, SECRET: '' })).toEqual({ status: 2, words });
  });

  it('refuses a file that another program holds', async () => {
    await fill();
    const other = new SqliteDatabase(file());
    other.exec('BEGIN IMMEDIATE');
    const end = await start();
    other.close();
    const words = `另一个程序正占用数据库文件 ${file()}。请结束它（例如旧版本的服务、数据库工具）后再启动。`;
    expect(end).toEqual({ status: 2, words: expect.stringContaining(words) });
    expect(end.words).not.toContain(' at ');
  });

  it('says it in English where the shell is English', async () => {
    writeFileSync(file(), 'name,year\n'.repeat(1000));
    expect(await serve({ DATA_DIR: folder, LANG: 'en_US.UTF-8' })).toEqual({
      status: 2,
      words: `The file ${file()} is not a database or is damaged; nothing was started or changed. Restore it from a backup and start again.`,
    });
  });

  function damaged(): ChildEnd {
    const words = `文件 ${file()} 不是数据库或已损坏，没有启动，文件未被改动。请停止使用它，从备份恢复后再启动。`;
    return { status: 2, words };
  }

  function notWritable(): ChildEnd {
    const words = `数据库文件 ${file()} 或它所在的目录不可写。请把目录和文件的写权限给运行程序的用户，再启动。`;
    return { status: 2, words };
  }
});

describe('a start with a PostgreSQL server that does not let it in', () => {
  let server: Server;
  let host: string;
  let answer: string;
  let folder: string;
  const start = (url: string) => serve({ DATA_DIR: folder, DATABASE_URL: url });
  let silent: Server;
  let waiting: Promise<ChildEnd>;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'biaogan-start-'));
    silent = createServer((socket) => socket.on('error', () => undefined));
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
    // It waits for a quarter of a minute, in which the others are tried.
    waiting = start(`postgres://clerk:wrong@${addressOf(silent)}/award`);
    // Enough of the protocol to refuse: what it says is the code and nothing else.
    server = createServer((socket) => {
      socket.on('error', () => undefined);
      socket.once('data', () => socket.end(errorResponse(answer)));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    host = addressOf(server);
  });
  afterAll(() => {
    server.close();
    silent.close();
    rmSync(folder, { recursive: true });
  });

  it.each([
    [
      '28P01',
      () =>
        `PostgreSQL 服务器 ${host} 不接受用户“clerk”。请核对 DATABASE_URL 中的用户名和密码，再启动。`,
    ],
    [
      '3D000',
      () =>
        `PostgreSQL 服务器 ${host} 上没有数据库“award”。请先建立它（createdb award），或改正 DATABASE_URL，再启动。`,
    ],
    [
      '53300',
      () =>
        `PostgreSQL 服务器 ${host} 的连接数已满。请关闭多余的连接或调大 max_connections，再启动。`,
    ],
    ['57P03', () => `PostgreSQL 服务器 ${host} 正在启动或停止。请等它就绪后再启动。`],
  ])('says what %s means', async (code, words) => {
    answer = code;
    expect(await start(`postgres://clerk:wrong@${host}/award`)).toEqual({
      status: 2,
      words: words(),
    });
  });

  it.each(['127.0.0.1:1', 'no-such-server.invalid'])('cannot reach %s', async (address) => {
    expect(await start(`postgres://clerk:wrong@${address}/award`)).toEqual({
      status: 2,
      words: `连不上 PostgreSQL 服务器 ${address}。请确认它已启动、DATABASE_URL 中的主机和端口无误、网络可通，再启动。`,
    });
  });

  it('does not repeat an address that cannot be read, for it holds a password', async () => {
    expect(await start('postgres://clerk:p#ss@server/award')).toEqual({
      status: 2,
      words:
        '环境变量 DATABASE_URL 的写法不对。应为 postgres://用户名:密码@主机:端口/数据库，密码中的特殊字符须按百分号编码书写。',
    });
  });

  it('does not wait for ever for one that is silent', async () => {
    expect(await waiting).toEqual({
      status: 2,
      words: `连不上 PostgreSQL 服务器 ${addressOf(silent)}。请确认它已启动、DATABASE_URL 中的主机和端口无误、网络可通，再启动。`,
    });
  });
});

function addressOf(server: Server): string {
  return `127.0.0.1:${(server.address() as AddressInfo).port}`;
}

function errorResponse(code: string): Buffer {
  const fields = Buffer.from(`SFATAL\0C${code}\0Mrefused\0\0`);
  const head = Buffer.alloc(5);
  head.write('E');
  head.writeInt32BE(fields.length + 4, 1);
  return Buffer.concat([head, fields]);
}
