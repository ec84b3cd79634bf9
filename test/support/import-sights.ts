import type { Page } from 'playwright-core';
import { Application } from '../../src/applications/application.entity.js';
import { office } from './people.js';
import { registerFile, registerLine } from './register-file.js';
import { bothShops, first, returnMerchants, returnsFile, second } from './returns-file.js';
import type { Sights } from './sights.js';
import { TestApp } from './test-app.js';
import { acceptedRow, reducedRow, verdictFile } from './verdict-file.js';
import { verifying } from './verifying.js';

/** Files that people bring: what is shown before anything of them counts. */
export const importSightings: readonly (readonly [title: string, make: () => Promise<Sights>])[] = [
  ['a file for the register', registerInHand],
  ['a file of returns', returnsInHand],
  ['a file of verdicts', verdictsInHand],
];

/** Chooses a file and waits for what the page says of it. */
export const send =
  (content: Buffer, name = '名录.csv') =>
  async (page: Page) => {
    const file = { name, mimeType: 'application/octet-stream', buffer: content };
    await page.setInputFiles('input[type=file]', file);
    const answer = page.waitForResponse((one) => one.request().method() === 'POST');
    await Promise.all([answer, page.click('main form[enctype] button')]);
    // With scripts the answer takes the place of the form, without them it is a page of its own.
    await page.waitForFunction("!document.querySelector('[data-upload-progress]')");
    await page.waitForLoadState();
  };

async function registerInHand(): Promise<Sights> {
  const app = await TestApp.start();
  const { visitor } = await office(app, 'CityRegistrar');
  const good = registerFile(registerLine(1), registerLine(2));
  const bad = registerFile(registerLine(3), registerLine(4, { insured: '9', sector: '四产' }));
  const path = '/office/registry/import';
  return {
    app,
    sights: [
      { visitor, path, act: send(good) },
      { visitor, path, act: send(bad) },
      { visitor, path, act: send(Buffer.from('名称,利润\n甲,1\n')) },
    ],
  };
}

async function returnsInHand(): Promise<Sights> {
  const app = await TestApp.start();
  app.clock.moveTo('2026-03-02T02:00:00.000Z');
  await returnMerchants(app);
  const { visitor } = await office(app, 'CityRegistrar');
  const path = '/office/registry/returns/import';
  return {
    app,
    sights: [
      { visitor, path },
      { visitor, path, act: send(returnsFile([first(), second(), ...bothShops])) },
      { visitor, path, act: send(returnsFile([first({ refundWan: 200, orders: '许多' })])) },
    ],
  };
}

async function verdictsInHand(): Promise<Sights> {
  const app = await TestApp.start();
  const { id } = await verifying(app);
  const { receiptNumber } = await app.database.repo(Application).findOneByOrFail({ id });
  const { visitor } = await office(app, 'Verifier');
  const path = '/office/verification/import';
  const [accepted, reduced] = [acceptedRow(receiptNumber!), reducedRow(receiptNumber!)];
  return {
    app,
    sights: [
      { visitor, path },
      { visitor, path, act: send(verdictFile(accepted, reduced)) },
      { visitor, path, act: send(verdictFile({ ...reduced, value: '980', reason: '' })) },
    ],
  };
}
