import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';

export interface File {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

/** What to put into a form, by name: a text, a value to choose, several of them, or a file. */
export type Given = Readonly<Record<string, string | readonly string[] | File>>;

/** Somebody at a page, who has either a finger or only a keyboard. Nothing is done that they could not do. */
export abstract class Hands {
  private pictures = 0;

  constructor(
    readonly page: Page,
    private readonly who: string,
  ) {}

  /** Presses a link or a button, and waits for the page that it leads to. */
  async follow(what: Locator): Promise<void> {
    const before = await this.loaded();
    await this.press(what);
    await this.page.waitForFunction((at) => performance.timeOrigin !== at, before);
    await this.page.waitForLoadState();
    await this.picture();
  }

  /** Follows the first link or button of these words in the page itself. */
  go(words: string | RegExp): Promise<void> {
    const main = this.page.locator('main');
    const link = main.getByRole('link', { name: words });
    return this.follow(link.or(main.getByRole('button', { name: words })).first());
  }

  async put(given: Given): Promise<void> {
    for (const [name, value] of Object.entries(given)) {
      const fields = this.page.locator(`main [name="${name}"]:not([type=hidden])`);
      const [tag, type] = await fields
        .first()
        .evaluate((field) => [field.tagName, field.getAttribute('type')] as const);
      if (typeof value === 'object' && 'buffer' in value) await this.file(fields.first(), value);
      else if (type === 'radio' || type === 'checkbox') {
        for (const one of [value].flat()) {
          await this.tick(this.page.locator(`main [name="${name}"][value="${String(one)}"]`));
        }
      } else if (tag === 'SELECT') await this.choose(fields.first(), String(value));
      else await this.write(fields.first(), String(value));
    }
  }

  abstract press(what: Locator): Promise<void>;
  protected abstract tick(box: Locator): Promise<void>;
  protected abstract choose(list: Locator, value: string): Promise<void>;

  protected async write(field: Locator, text: string): Promise<void> {
    await this.press(field);
    await this.page.keyboard.press('Control+A');
    await this.page.keyboard.insertText(text);
  }

  private async file(field: Locator, file: File): Promise<void> {
    const [chooser] = await Promise.all([this.page.waitForEvent('filechooser'), this.press(field)]);
    await chooser.setFiles(file);
  }

  private loaded(): Promise<number> {
    return this.page.evaluate(() => performance.timeOrigin);
  }

  private async picture(): Promise<void> {
    const folder = process.env.BIAOGAN_PICTURES;
    if (!folder) return;
    mkdirSync(folder, { recursive: true });
    const name = `${this.who}-${String((this.pictures += 1)).padStart(2, '0')}.png`;
    await this.page.screenshot({ path: join(folder, name), fullPage: true });
  }
}

/** Taps or clicks at the place where a thing is seen, whatever lies there. */
export class Finger extends Hands {
  async press(what: Locator): Promise<void> {
    await what.scrollIntoViewIfNeeded();
    const box = (await what.boundingBox())!;
    await this.page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
  }

  protected async tick(box: Locator): Promise<void> {
    if (!(await box.isChecked())) await this.press(box);
  }

  protected async choose(list: Locator, value: string): Promise<void> {
    // The list itself is the system's, not the page's.
    await list.selectOption(value);
  }
}

/** Only keys: what Tab does not reach cannot be used. */
export class Keyboard extends Hands {
  async press(what: Locator): Promise<void> {
    await this.reach(what);
    const isText = await what.evaluate(
      (field) =>
        field.tagName === 'TEXTAREA' ||
        (field.tagName === 'INPUT' && field.getAttribute('type') !== 'file'),
    );
    if (!isText) await this.page.keyboard.press('Enter');
  }

  protected async tick(box: Locator): Promise<void> {
    if (await box.isChecked()) return;
    if ((await box.getAttribute('type')) === 'checkbox') {
      await this.reach(box);
      await this.page.keyboard.press('Space');
      return;
    }
    // Of radios one is reached, the others by arrows.
    await this.reach(this.page.locator(`main [name="${await box.getAttribute('name')}"]`), true);
    await this.page.keyboard.press('Space');
    for (let i = 0; i < 30 && !(await box.isChecked()); i += 1) {
      await this.page.keyboard.press('ArrowDown');
    }
  }

  protected async choose(list: Locator, value: string): Promise<void> {
    await this.reach(list);
    for (let i = 0; i < 60 && (await list.inputValue()) !== value; i += 1) {
      await this.page.keyboard.press('ArrowDown');
    }
    if ((await list.inputValue()) !== value) throw new Error(`no ${value} in the list`);
  }

  private async reach(what: Locator, any = false): Promise<void> {
    const one = any ? what : what.first();
    const there = () => one.evaluateAll((all) => all.some((each) => each.matches(':focus')));
    // Most of the way is counted, so that not every step has to be looked at.
    const ahead = await what.first().evaluate<number, unknown>(STEPS_AHEAD);
    for (let i = 1; i < ahead; i += 1) await this.page.keyboard.press('Tab');
    for (let i = 0; i < 250; i += 1) {
      if (await there()) return;
      await this.page.keyboard.press('Tab');
    }
    throw new Error(`Tab does not reach ${String(what)}`);
  }
}

/** In the page: how many things Tab stops at lie between the focus and the one looked for. */
const STEPS_AHEAD = `(wanted) => {
  const stops = [...document.querySelectorAll('a[href], button, input, select, textarea, summary')]
    .filter((one) => one.tabIndex >= 0 && !one.disabled && one.checkVisibility())
    .filter((one) => one.type !== 'radio' || one.checked ||
      one === document.querySelector('input[type=radio][name="' + CSS.escape(one.name) + '"]'));
  const same = (one) => one === wanted || (one.type === 'radio' && one.name === wanted.name);
  return stops.findIndex(same) - stops.indexOf(document.activeElement);
}`;
