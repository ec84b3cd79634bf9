import { existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Sent, LargeUpload, buffersDuring } from '../../../test/support/large-upload.js';
import { office } from '../../../test/support/people.js';
import { TestApp } from '../../../test/support/test-app.js';
import type { Visitor } from '../../../test/support/visitor.js';

const MB = 1_048_576;

let app: TestApp;
beforeAll(async () => {
  app = await TestApp.start({ TRUST_PROXY: 'loopback', LOG_LEVEL: 'fatal' });
});
afterAll(() => app.stop());

const send = (sent: Sent) => new LargeUpload(app, sent).send();

/** What lies in the folder of files on their way in. */
function incoming(): string[] {
  const folder = join(app.place.dataDir, 'incoming');
  if (!existsSync(folder)) return [];
  return readdirSync(folder).flatMap((name) =>
    readdirSync(join(folder, name)).map((file) => `${name}/${file}`),
  );
}
const folders = () => readdirSync(join(app.place.dataDir, 'incoming'));

async function until(holds: () => boolean): Promise<void> {
  for (let i = 0; i < 400 && !holds(); i += 1) await pause(25);
  expect(holds()).toBe(true);
}

/** A visitor with the token of a form, for the one page that takes files from anybody. */
async function withToken(): Promise<{ by: Visitor; fields: Record<string, string> }> {
  const by = await app.visitor().get('/sign-in');
  return { by, fields: { _csrf: by.token } };
}

describe('files that nobody asked for are not kept in memory', () => {
  test('twelve times 54 MB to an unknown page', async () => {
    const answers: number[] = [];
    const most = await buffersDuring(async () => {
      const sending = Array.from({ length: 12 }, () =>
        send({ path: '/no/such/page', by: null, files: [54 * MB] }),
      );
      for (const one of sending) answers.push((await one).status);
    });
    expect(new Set(answers)).toEqual(new Set([404]));
    expect(most).toBeLessThan(40 * MB);
  });

  test.each([
    ['a page for people who are signed in', '/my/merchant'],
    ['a page that takes files from anybody, without its token', '/objections'],
    ['a page that takes none', '/sign-in'],
  ])('to %s', async (_, path) => {
    const most = await buffersDuring(async () => {
      const sending = Array.from({ length: 4 }, () => send({ path, by: null, files: [54 * MB] }));
      for (const one of sending) expect((await one).status).toBe(403);
    });
    expect(most).toBeLessThan(30 * MB);
    expect(incoming()).toEqual([]);
  });

  test('somebody signed in learns as little of a page without a right to it as of none', async () => {
    const { visitor } = await office(app, 'Screener');
    const answers = [];
    for (const path of ['/admin/people', '/no/such/page']) {
      answers.push((await send({ path, by: visitor, files: [2 * MB] })).status);
    }
    expect(answers).toEqual([404, 404]);
  });
});

describe('a body', () => {
  test('of a page without files ends at 1 MB, whatever its encoding', async () => {
    const { by, fields } = await withToken();
    const file = await send({ path: '/sign-in', by, fields, files: [2 * MB] });
    expect(file.status).toBe(413);
    const part = { ...fields, mobile: 'x'.repeat(150_000), password: 'y'.repeat(150_000) };
    const most = Object.fromEntries(Array.from({ length: 8 }, (_, at) => [`x${at}`, part.mobile]));
    expect(
      (await send({ path: '/sign-in', by, fields: { ...part, ...most }, files: [] })).status,
    ).toBe(413);
    await by.post('/sign-in', { ...part, ...most });
    expect(by.status).toBe(413);
  });

  test.each([
    ['no parts at all', '--x--\r\n'],
    ['a part without an end', '--x\r\nContent-Disposition: form-data; name="a"\r\n\r\nb'],
    [
      'a file without an end',
      '--x\r\nContent-Disposition: form-data; name="a"; filename="b"\r\n\r\nb',
    ],
    ['no name', '--x\r\nContent-Disposition: form-data\r\n\r\nb\r\n--x--\r\n'],
    [
      'a name of the language',
      '--x\r\nContent-Disposition: form-data; name="__proto__"\r\n\r\nb\r\n--x--\r\n',
    ],
    ['a null character', '--x\r\nContent-Disposition: form-data; name="a"\r\n\r\nb\0\r\n--x--\r\n'],
    ['something else', 'rubbish'],
  ])('in parts that cannot be read is the sender’s fault: %s', async (_, body) => {
    const { by } = await withToken();
    const answer = await by.send('/sign-in', 'multipart/form-data; boundary=x', body);
    expect([400, 403]).toContain(answer.status);
  });

  test.each([
    ['a name of the language', '__proto__=1'],
    ['another', 'constructor=1'],
    ['a null character', 'mobile=a%00b'],
    ['more fields than any form', 'a=1&'.repeat(2001)],
  ])('in a form is refused for %s', async (_, body) => {
    const { by, fields } = await withToken();
    const text = `_csrf=${encodeURIComponent(fields._csrf!)}&${body}`;
    const answer = await by.send('/sign-in', 'application/x-www-form-urlencoded', text);
    expect(answer.status).toBe(400);
  });

  test('with an expired token still shows what was typed, in parts with a file too', async () => {
    const fields = { _csrf: 'old', reason: '数据有误，请核实', contact: '江小桔' };
    for (const size of [1000, 3 * MB]) {
      const { status, html } = await send({ path: '/objections', by: null, fields, files: [size] });
      expect(status).toBe(403);
      expect(html).toContain('数据有误，请核实');
      expect(html).toContain('江小桔');
    }
  });
});

describe('a file that is taken in', () => {
  test('lies on disk while it arrives, and is gone with the answer', async () => {
    const { by, fields } = await withToken();
    const files = Array.from({ length: 6 }, () => 9 * MB);
    const uploads = [1, 1, 2, 2].map(
      (at) =>
        new LargeUpload(app, {
          path: '/objections',
          by,
          fields,
          files,
          address: `203.0.113.${at}`,
        }),
    );
    const most = await buffersDuring(async () => {
      await Promise.all(uploads.map((upload) => upload.begin()));
      await until(() => incoming().length === 24);
    });
    for (const upload of uploads) await upload.end();
    for (const { answer } of uploads) expect((await answer).status).toBeLessThan(429);
    await until(() => folders().length === 0);
    // All of them together are 216 MB.
    expect(most).toBeLessThan(110 * MB);
  });

  test('is gone when the line breaks', async () => {
    const { by, fields } = await withToken();
    const upload = new LargeUpload(app, { path: '/objections', by, fields, files: [5 * MB] });
    await upload.begin();
    await until(() => incoming().length === 1);
    upload.abort();
    await until(() => folders().length === 0);
  });

  test('is told with 503 when the disk refuses it, and taken as soon as it does not', async () => {
    const { by, fields } = await withToken();
    const sent = { path: '/objections', by, fields, files: [MB] };
    const folder = join(app.place.dataDir, 'incoming');
    rmSync(folder, { recursive: true, force: true });
    // Where the folder should be lies a file.
    writeFileSync(folder, '');
    // As often as one may have files under way: a refusal gives its turn back.
    for (let time = 0; time < 3; time += 1) {
      const { status, html } = await send(sent);
      expect([status, html.includes('系统暂时无法读写数据')]).toEqual([503, true]);
    }
    rmSync(folder);
    expect((await send(sent)).status).toBeLessThan(429);
  });

  test('is gone when it is too large, and the form says so', async () => {
    const { by, fields } = await withToken();
    const answer = await send({ path: '/objections', by, fields, files: [11 * MB] });
    expect(answer.status).toBe(404);
    await until(() => folders().length === 0);
  });

  test('waits its turn: two requests with files at once, the third is told so', async () => {
    const { by, fields } = await withToken();
    const sent = { path: '/objections', by, fields, files: [MB] };
    const first = [0, 1].map(() => new LargeUpload(app, { ...sent, address: '203.0.113.7' }));
    for (const one of first) await one.begin();
    await until(() => incoming().length === 2);
    const third = await send({ ...sent, address: '203.0.113.7' });
    expect(third.status).toBe(429);
    expect(third.html).toContain('同时只能上传2批文件');
    const elsewhere = await send({ ...sent, address: '203.0.113.8' });
    expect(elsewhere.status).not.toBe(429);
    for (const one of first) await one.end();
    for (const one of first) expect((await one.answer).status).toBeLessThan(429);
    const after = await send({ ...sent, address: '203.0.113.7' });
    expect(after.status).not.toBe(429);
  });
});
