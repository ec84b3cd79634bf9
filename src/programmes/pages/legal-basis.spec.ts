import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { office } from '../../../test/support/people.js';
import { loadWorkingDays, makeProgramme } from '../../../test/support/programme.js';
import { TestApp } from '../../../test/support/test-app.js';
import { SetUpQueries } from '../set-up.queries.js';

let app: TestApp;
beforeAll(async () => {
  app = await TestApp.start();
  app.clock.moveTo('2026-01-05T01:00:00.000Z');
  await loadWorkingDays(app);
  await makeProgramme(app, 'InForce');
});
afterAll(() => app.stop());

const scan = { field: 'scan', name: '批复.pdf', content: Buffer.from('%PDF-1.4\n1 0 obj\n%%EOF') };
const basis = {
  type: 'professionalGrading',
  approvingOrgan: '测试市商务局',
  documentNumber: '测商务〔2026〕2号',
  'validFrom.year': '2026',
  'validFrom.month': '1',
  'validFrom.day': '1',
  'validTo.year': '2027',
  'validTo.month': '12',
  'validTo.day': '31',
};

test('nobody approves what they recorded themselves; the second person reads scan and wording', async () => {
  const { visitor } = await office(app, 'CityRegistrar', 'Approver');
  await visitor.get('/office/programmes/new');
  await visitor.submit('/office/programmes', {
    name: '2027年示范网商评选',
    'openingDay.year': '2026',
    'openingDay.month': '1',
    'openingDay.day': '12',
  });
  const id = visitor.path.split('/')[3]!;
  await visitor.get(`/office/programmes/${id}/legal-basis`);
  await visitor.submit('/legal-basis', basis, [{ ...scan, content: Buffer.from('<script>') }]);
  expect(visitor.status).toBe(422);
  expect(await app.app.get(SetUpQueries).legalBasis(id)).toBeNull();
  await visitor.submit('/legal-basis', basis, [scan]);
  expect(visitor.path).toBe(`/office/programmes/${id}`);
  const { scanId } = (await app.app.get(SetUpQueries).legalBasis(id))!;
  await visitor.get(`/office/programmes/${id}/legal-basis/approval`);
  expect(visitor.html).toContain(`href="/documents/${scanId}"`);
  await visitor.submit('/legal-basis/approval', { wordingAccepted: 'on' });
  expect([visitor.status, visitor.errors]).toEqual([
    422,
    ['须由两人办理的事项，第二人不得与第一人相同。'],
  ]);
  const approver = (await office(app, 'Approver')).visitor;
  await approver.get(`/office/programmes/${id}/legal-basis/approval`);
  await approver.submit('/legal-basis/approval');
  expect(approver.errors).toEqual(['名称含有“示范”，请核实并勾选。']);
  await approver.submit('/legal-basis/approval', { wordingAccepted: 'on' });
  expect(approver.path).toBe(`/office/programmes/${id}`);
  expect((await app.app.get(SetUpQueries).legalBasis(id))!.approvedAt).toMatch(/^2026-01-05T01/);
});
