import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { office, person } from '../support/people.js';
import { TestApp } from '../support/test-app.js';

let app: TestApp;
beforeAll(async () => {
  app = await TestApp.start();
});
afterAll(() => app.stop());

test('public pages lead everybody to /my: who has another room comes to it', async () => {
  const { visitor } = await office(app, 'CityRegistrar');
  await visitor.get('/my');
  expect([visitor.status, visitor.path]).toEqual([200, '/office']);
});

test('who has no room at all is told that there is nothing here', async () => {
  const { visitor } = await person(app, 'office', []);
  await visitor.get('/my');
  expect([visitor.status, visitor.path]).toEqual([404, '/my']);
});
