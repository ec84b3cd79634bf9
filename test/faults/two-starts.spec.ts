import { ChildProgram } from '../support/child-program.js';
import { freePort } from '../support/free-port.js';
import { type TestDatabase, makeEmptyDatabase } from '../support/test-database.js';
import { makeDataSource } from '../../src/database/data-source.js';
import { openStartLock } from '../../src/database/start-lock.js';
import { translate } from '../../src/text/catalogue.js';
import { startAlone } from '../../src/serve/prepare-database.js';

const WAITING = '另一个进程正在准备这个数据库，等它完成后继续……';
const READY = '标杆已就绪';
const FILLING = '正在填入演示城市';

describe('two first starts on one database', () => {
  let place: TestDatabase;
  const started: ChildProgram[] = [];

  beforeEach(async () => {
    place = await makeEmptyDatabase();
  });
  afterEach(async () => {
    await Promise.all(started.splice(0).map((child) => child.stop('SIGKILL')));
    await place.remove();
  });

  /** Without SECRET, as the first `npm start` of a newcomer: the folder gets one, and only one. */
  async function start(environment: Record<string, string> = {}): Promise<ChildProgram> {
    const child = await ChildProgram.start(['serve'], {
      DATA_DIR: place.dataDir,
      ...(place.databaseUrl ? { DATABASE_URL: place.databaseUrl } : {}),
      DEMO: 'off',
      ...environment,
    });
    started.push(child);
    return child;
  }

  async function count(table: string): Promise<number> {
    const source = await makeDataSource(place, [], []).initialize();
    const [row] = await source.query<{ count: number }[]>(`SELECT COUNT(*) AS count FROM ${table}`);
    await source.destroy();
    return row!.count;
  }

  it('both serve; one made the tables', async () => {
    const both = await Promise.all([start(), start()]);
    await Promise.all(both.map((child) => child.says(READY)));
    const ends = await Promise.all(both.map((child) => child.stop()));
    const words = ends.map((end) => end.words.replace(WAITING, '').trim());
    const isMaker = (text: string) => text.includes('数据库结构已升级');
    expect(words.filter(isMaker)).toHaveLength(1);
    expect(words.find((text) => !isMaker(text))).toMatch(
      /^基础数据：新增工作日历0年、电子商务园0个。\n标杆已就绪：\S+$/,
    );
  }, 120_000);

  it('the second on the same port says that it is taken', async () => {
    const port = String(await freePort());
    const both = await Promise.all([start({ PORT: port }), start({ PORT: port })]);
    const late = await Promise.race(both.map((child) => child.end));
    expect(late.status).toBe(2);
    expect(late.words).toContain(
      `端口${port}已被占用。请关闭占用它的程序，或设置 PORT 环境变量换一个端口后再启动。`,
    );
    expect(late.words).not.toContain(' at ');
  }, 120_000);

  it('the second waits, says so, and does the work of a first that is killed', async () => {
    const first = await start({ DEMO: 'on' });
    await first.says(FILLING);
    // However fast it fills, it is not done when the second comes.
    first.send('SIGSTOP');
    const second = await start({ DEMO: 'on' });
    await second.says(WAITING);
    expect(second.words).not.toContain(FILLING);
    await first.stop('SIGKILL');
    await second.says(READY);
    expect(second.words).toContain(FILLING);
    expect(await count('merchant')).toBe(1200);
  }, 240_000);

  it('the second gives up on a first that never ends', async () => {
    const first = await openStartLock(place);
    expect(await first.take()).toBe(true);
    const said: string[] = [];
    const config = { ...place, secret: '' } as never;
    const t = (key: string) => translate('zh-CN', key);
    const surroundings = { config, say: (text: string) => void said.push(text), t };
    const second = startAlone(surroundings, () => Promise.resolve('started'), 1500);
    await expect(second).rejects.toMatchObject({ code: 'config.startBusy' });
    expect(said).toEqual([WAITING]);
    await first.release();
    expect(await startAlone(surroundings, () => Promise.resolve('started'))).toBe('started');
  });
});
