import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { type Applicant, inTheWindow, makeApplicant } from '../../../test/support/applicant.js';
import { loadWorkingDays } from '../../../test/support/programme.js';
import { TestApp } from '../../../test/support/test-app.js';
import { formOn, texts } from '../../../test/support/typed-form.js';

let app: TestApp;
let own: Applicant;
beforeAll(async () => {
  app = await TestApp.start();
  app.clock.moveTo(inTheWindow);
  await loadWorkingDays(app);
  own = await makeApplicant(app);
}, 120_000);
afterAll(() => app.stop());
beforeEach(() => app.database.execute('DELETE FROM kept_form', []));

const page = '/my/merchant';
/** What the record of a test lacks. */
const complete = { creditCode: '91330802MA2TEKT7X7', contactMobile: '13905700099' };
const all = (form: ReturnType<typeof formOn>) =>
  Object.fromEntries(
    form
      .querySelectorAll('input[type=hidden]')
      .map((one) => [one.getAttribute('name')!, one.getAttribute('value') ?? '']),
  );
type Typed = Readonly<Record<string, string>>;
/** A window of the form, as its script saves it: everything it shows, and the names that were touched. */
class Window {
  private typed: Typed = {};
  private constructor(
    readonly sent: Typed,
    private readonly html: string,
  ) {}

  static async open(): Promise<Window> {
    await own.visitor.get(page);
    const form = formOn(own.visitor.page, page);
    return new Window({ ...all(form), ...texts(form), _csrf: own.visitor.token }, own.visitor.html);
  }

  async type(typed: Typed) {
    this.typed = { ...this.typed, ...typed };
    const fields = { ...this.sent, ...this.typed, _typed: Object.keys(this.typed) };
    await own.visitor.post(`/session/draft?form=${page}`, fields, { accept: 'application/json' });
    return [own.visitor.status, JSON.parse(own.visitor.html).note] as const;
  }

  async send() {
    own.visitor.html = this.html;
    await own.visitor.submit(page, { ...complete, ...this.typed, confirmed: 'on' });
    return own.visitor.status;
  }
}
const shown = async () => {
  await own.visitor.get(page);
  return texts(formOn(own.visitor.page, page));
};
const note = expect.stringContaining('也在另一个窗口填写');

describe('two windows of one form that nobody has sent', () => {
  test('each keep what was typed in them, and the second is told', async () => {
    const [one, other] = [await Window.open(), await Window.open()];
    expect(await one.type({ intro: '第一个窗口写的简介' })).toEqual([200, undefined]);
    expect(await other.type({ headName: '江又晴' })).toEqual([200, note]);
    expect(await shown()).toMatchObject({ intro: '第一个窗口写的简介', headName: '江又晴' });
    // Saved again and again, from both.
    await one.type({ contactName: '郑一' });
    expect(await shown()).toMatchObject({
      intro: '第一个窗口写的简介',
      headName: '江又晴',
      contactName: '郑一',
    });
  });

  test('that typed into one field show the later text, and the earlier beside it by its name', async () => {
    const [one, other] = [await Window.open(), await Window.open()];
    await one.type({ headName: '江' });
    await one.type({ headName: '江先写' });
    await other.type({ headName: '江后写' });
    expect(await shown()).toMatchObject({ headName: '江后写' });
    const notice = () => own.visitor.page.querySelector('#draft')!;
    expect(notice().text).toContain('在另一个窗口填写的，与表单中的不同');
    const earlier = () =>
      notice()
        .querySelectorAll('.field')
        .map((field) => [
          field.querySelector('label')!.text,
          field.querySelector('textarea')!.text,
        ]);
    expect(earlier()).toEqual([[expect.stringContaining('法定代表人'), '江先写']]);
    // A third window goes on from there: the text that waits for copying stays until the form is sent.
    expect(await (await Window.open()).type({ contactName: '郑二' })).toEqual([200, undefined]);
    expect(await shown()).toMatchObject({ headName: '江后写', contactName: '郑二' });
    expect(earlier()).toHaveLength(1);
  });

  test('lose nothing when one of them is sent', async () => {
    const [one, other] = [await Window.open(), await Window.open()];
    await one.type({ intro: '只在第一个窗口写的简介' });
    await other.type({ headName: '江已交' });
    await other.send();
    expect(own.visitor.errors).toEqual([]);
    expect([own.visitor.errors, own.visitor.text]).toEqual([
      [],
      expect.stringContaining('网商信息已保存'),
    ]);
    expect(await shown()).toMatchObject({ intro: '只在第一个窗口写的简介' });
    // Late from the window that was sent; the other one goes on.
    expect((await other.type({}))[0]).toBe(409);
    expect((await one.type({ intro: '接着写' }))[0]).toBe(200);
    expect(await shown()).toMatchObject({ intro: '接着写' });
  });

  test('that came back with an error stay the windows they were', async () => {
    const [one, other] = [await Window.open(), await Window.open()];
    await one.type({ intro: '第一个窗口写的简介' });
    await other.type({ headName: '' });
    expect(await other.send()).toBe(422);
    const window = all(formOn(own.visitor.page, page))._window;
    expect(window).toBe(other.sent._window);
    await other.type({ headName: '江改好' });
    expect(await shown()).toMatchObject({ intro: '第一个窗口写的简介', headName: '江改好' });
  });
});

test('two saves at the same time are both kept', async () => {
  const windows = [await Window.open(), await Window.open(), await Window.open()];
  const names = ['intro', 'headName', 'contactName'];
  await Promise.all(windows.map((window, at) => window.type({ [names[at]!]: `同时${at}` })));
  expect(await shown()).toMatchObject({ intro: '同时0', headName: '同时1', contactName: '同时2' });
});
