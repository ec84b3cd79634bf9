import { expect } from '@jest/globals';
import { smallPng } from '../support/small-files.js';
import type { Applied } from './applications.js';
import type { Cast } from './cast.js';
import { date } from './fields.js';
import { type Place, workingDayAfter } from './place.js';

/** What reached the office by telephone or by post is entered with its own day, and refused with a reason. */
export async function enterObjection(
  place: Place,
  { registrar }: Cast,
  channel: 'telephone' | 'post',
  against: Applied,
): Promise<void> {
  const { visitor } = registrar;
  await visitor.get('/office/objections');
  const link = visitor.page
    .querySelectorAll('.button-row a')
    .find(({ text }) => text.startsWith('登记'))!;
  await visitor.get(link.getAttribute('href')!);
  const letter = [{ field: 'evidence', name: '来信.png', content: smallPng }];
  await visitor.submit(
    '/office/objections',
    {
      channel,
      applicationId: against.applicationId,
      identityKind: 'unit',
      name: '某行业协会',
      telephone: '0570-3333333',
      substance: '反映该单位的网店可能由他人经营，未附证据。',
      ...date('receivedOn', place.today()),
    },
    channel === 'post' ? letter : [],
  );
  expect(visitor.errors).toEqual([]);
  const [receiptNumber, code] = visitor.page.querySelectorAll('main dd').map(({ text }) => text);
  const [row] = await place.rows<{ id: string }>(
    'SELECT id FROM objection WHERE receipt_number = ?',
    [receiptNumber!],
  );
  await visitor.get(`/office/objections/${row!.id}`);
  const reason = '没有可以核查的事实，依规定不予受理。';
  await visitor.submit('/admission', { admission: 'refuse', reason });
  expect(visitor.errors).toEqual([]);
  const objector = place.visitor();
  await objector.get('/objections/follow');
  await objector.submit('/objections/follow', { receiptNumber: receiptNumber!, code: code! });
  expect(objector.text).toContain('不予受理');
}

/** A holiday is declared while the notice runs: what moves is shown, what was printed keeps its days. */
export async function changeCalendar(
  place: Place,
  { registrar, supervisor }: Cast,
  notice: string,
  year: number,
): Promise<void> {
  const { visitor } = registrar;
  const path = `/office/working-days/${year}`;
  const [known] = await place.rows<{ holidays: string }>(
    'SELECT holidays FROM working_day_year WHERE year = ?',
    [year],
  );
  const [posted] = await place.rows<{ lastDay: string; title: string }>(
    'SELECT last_day, title FROM notice WHERE id = ?',
    [notice.split('/').at(-1)!],
  );
  const holidays = [
    ...(JSON.parse(known!.holidays) as string[]),
    await workingDayAfter(place, posted!.lastDay, -1),
  ];
  const given = { holidays: holidays.join(' '), source: '国办发明电第12号', action: 'save' };
  await visitor.get(path);
  await visitor.submit(path, given);
  expect(visitor.text).toContain(posted!.title);
  await visitor.submit(path, { ...given, decision: '已公布的起止日期不变。' });
  expect([visitor.path, visitor.errors]).toEqual(['/office/working-days', []]);
  await supervisor.visitor.get('/messages');
  expect(supervisor.visitor.text).toContain('工作日');
  const stranger = place.visitor();
  await stranger.get(notice);
  expect(stranger.text).toContain('日历');
}
