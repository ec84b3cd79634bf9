import { afterAll, beforeAll, describe } from '@jest/globals';
import { refusalTable } from '../../test/support/case-tables.js';
import { missingIn } from '../../test/support/refusals.js';
import { TestApp } from '../../test/support/test-app.js';
import { ReadCensus } from './read-census.js';

let app: TestApp;
beforeAll(async () => {
  app = await TestApp.start();
});
afterAll(() => app.stop());

describe('the census', () => {
  refusalTable(
    () => app,
    [
      [
        'a year without figures',
        () => () => app.app.get(ReadCensus).run(2012),
        missingIn('read-census'),
      ],
      [
        'its page',
        () => () => app.visitor().get('/census/2012'),
        { code: 'errors.notFound', kind: 'missing' },
      ],
      [
        'a year that is none',
        () => () => app.visitor().get('/census/20x2'),
        { code: 'errors.notFound', kind: 'missing' },
      ],
    ],
  );
});
