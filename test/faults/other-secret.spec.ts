import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { jest } from '@jest/globals';
import { filledFoundation } from '../migrations/filled-foundation.js';
import { type ChildEnd, ChildProgram } from '../support/child-program.js';
import { serve, startSecret as secret } from '../support/serve-attempt.js';
import { makeTestDatabase } from '../support/test-database.js';

/** Each case starts a process, which takes long on a machine that is at work. */
jest.setTimeout(120_000);

describe('a start with another SECRET', () => {
  const environment = (place: { dataDir: string; databaseUrl: string | null }) => ({
    DATA_DIR: place.dataDir,
    ...(place.databaseUrl ? { DATABASE_URL: place.databaseUrl } : {}),
  });
  const refused = (dataDir: string): ChildEnd => ({
    status: 2,
    words: `当前的 SECRET 与建立这个数据库时的不同，已加密的手机号、证件号等无法打开，所以没有启动。请恢复原来的环境变量 SECRET（没有设置过的，恢复原来的密钥文件 ${join(dataDir, 'secret')}），再启动。`,
  });
  const other = 'another-secret-of-thirty-two-characters-9';

  it('is refused from the second start on, and goes on with the first one', async () => {
    const place = await makeTestDatabase();
    const first = await ChildProgram.start(['migrate'], { ...environment(place), SECRET: secret });
    expect(await first.end).toMatchObject({ status: 0 });
    expect(await serve({ ...environment(place), SECRET: other })).toEqual(refused(place.dataDir));
    const again = await ChildProgram.start(['serve'], {
      ...environment(place),
      SECRET: secret,
      DEMO: 'off',
    });
    await again.says('标杆已就绪');
    await again.stop();
    await place.remove();
  });

  it('is refused by a database from before there was a probe, which stays as it was', async () => {
    const place = await filledFoundation();
    expect(await serve({ ...environment(place), SECRET: other })).toEqual(refused(place.dataDir));
    expect(readdirSync(place.dataDir).filter((name) => name.includes('before'))).toEqual([]);
    await place.remove();
  });
});
