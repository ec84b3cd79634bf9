import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { office } from '../../../test/support/people.js';
import { loadWorkingDays, makeProgramme } from '../../../test/support/programme.js';
import { TestApp } from '../../../test/support/test-app.js';
import { Programme } from '../../programmes/programme.entity.js';

let app: TestApp;
beforeAll(async () => {
  app = await TestApp.start();
  await loadWorkingDays(app);
});
afterAll(() => app.stop());

test('the board and the rooms it leads to show an edition of the time before rules were kept', async () => {
  const { id } = await makeProgramme(app, 'Archived');
  await app.database.repo(Programme).update({ id }, { ruleVersionId: null });
  for (const role of ['CityRegistrar', 'Approver'] as const) {
    const { visitor } = await office(app, role);
    for (const path of [`/office?programme=${id}`, `/office/anchors/${id}`]) {
      await visitor.get(path);
      expect([path, visitor.status]).toEqual([path, 200]);
    }
  }
});
