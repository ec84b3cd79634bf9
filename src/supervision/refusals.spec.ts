import { afterAll, beforeAll, describe } from '@jest/globals';
import { refusalTable } from '../../test/support/case-tables.js';
import { missingIn } from '../../test/support/refusals.js';
import { TestApp } from '../../test/support/test-app.js';
import { JournalQueries } from './journal.queries.js';

let app: TestApp;
beforeAll(async () => {
  app = await TestApp.start();
});
afterAll(() => app.stop());

const open = (sequence: string) => app.app.get(JournalQueries).entry(sequence);

describe('an entry of the journal', () => {
  refusalTable(
    () => app,
    [
      ['that was never written', () => () => open('999999999'), missingIn('journal.queries')],
      ['by what is no number', () => () => open('1 OR 1=1'), missingIn('journal.queries')],
    ],
  );
});
