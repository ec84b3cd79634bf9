import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Person, office } from '../../../../test/support/people.js';
import { makeProgramme } from '../../../../test/support/programme.js';
import { makeSubmitted } from '../../../../test/support/submitted-application.js';
import { TestApp } from '../../../../test/support/test-app.js';

let app: TestApp;
let registrar: Person;
let verifier: Person;
const ids: Record<string, string> = {};

beforeAll(async () => {
  app = await TestApp.start();
  app.clock.moveTo('2026-10-20T02:00:00.000Z');
  const programme = await makeProgramme(app, 'Verification');
  registrar = await office(app, 'CityRegistrar');
  verifier = await office(app, 'Verifier');
  for (const [name, state] of [
    ['佳禾电子商务', 'ScreenedIn'],
    ['绿源果业', 'ScreenedIn'],
    ['重庆路食品店', 'Verified'],
  ] as const) {
    ids[name] = (await makeSubmitted(app, programme, { name, state })).id;
  }
});
afterAll(() => app.stop());

const names = (person = registrar) =>
  person.visitor.page.querySelectorAll('tbody th').map((cell) => cell.text.trim());
const find = (query: string, path = '/office/applications', person = registrar) =>
  person.visitor.get(`${path}?${query}`);

describe('next and previous', () => {
  const links = () =>
    Object.fromEntries(
      registrar.visitor.page
        .querySelectorAll('.walk a')
        .map((link) => [link.text.trim(), link.getAttribute('href')!.replaceAll('&amp;', '&')]),
    );
  const place = () => registrar.visitor.page.querySelector('.walk-place')?.text;

  test('walk through what was found, in its order', async () => {
    const { visitor } = registrar;
    await find('sort=-receipt&state=ScreenedIn');
    const order = names();
    const first = visitor.page.querySelector('tbody th a')!.getAttribute('href')!;
    await visitor.get(first.replaceAll('&amp;', '&'));
    expect(visitor.page.querySelector('h1')!.text).toBe(order[0]);
    expect(place()).toBe('第1件，共2件');
    expect(links()['上一件']).toBeUndefined();
    await visitor.get(links()['下一件']!);
    expect(visitor.page.querySelector('h1')!.text).toBe(order[1]);
    expect(place()).toBe('第2件，共2件');
    expect(links()['下一件']).toBeUndefined();
    await visitor.get(links()['回到列表']!);
    expect(names()).toEqual(order);
  });

  test('go on from where a file stood when it has left the list', async () => {
    const { visitor } = registrar;
    const list = new URLSearchParams({ list: 'state=ScreenedIn&sort=receipt', at: '1' }).toString();
    await visitor.get(`/office/verification/${ids['重庆路食品店']!}?${list}`);
    expect(place()).toBe('这一件已不在列表里，还有2件');
    await visitor.get(links()['下一件']!);
    expect(place()).toBe('第1件，共2件');
  });

  test('stay on a file that something was saved in, and are absent without a list', async () => {
    const { visitor } = verifier;
    await find('state=ScreenedIn', '/office/verification', verifier);
    const href = visitor.page.querySelector('tbody th a')!.getAttribute('href')!;
    const path = href.replaceAll('&amp;', '&');
    await visitor.get(path);
    const { token } = visitor;
    await visitor.post(
      `${path.split('?')[0]}/verdicts`,
      { _csrf: token },
      { referer: `http://127.0.0.1${path}` },
    );
    expect(visitor.path).toBe(path);
    expect(visitor.page.querySelector('.walk')).not.toBeNull();
    await visitor.get(path.split('?')[0]!);
    expect(visitor.page.querySelector('.walk')).toBeNull();
  });
});
