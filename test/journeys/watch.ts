import { expect } from '@jest/globals';
import type { Cast } from './cast.js';
import type { SeatedJudge } from './judging.js';
import { type Place, workingDayAfter } from './place.js';
import { post } from './results.js';

/** Judges who have not signed are reminded, once a day at most, and read how many sheets wait. */
export async function remindJudges(
  { registrar }: Cast,
  judges: readonly SeatedJudge[],
  roundId: string,
): Promise<void> {
  const { visitor } = registrar;
  await visitor.get(`/office/rounds/${roundId}`);
  await visitor.submit('/reminders');
  expect(visitor.text).toMatch(/已提醒[5-9]位评委/);
  const told: string[] = [];
  for (const { visitor: judge } of judges) {
    await judge.get('/messages');
    told.push(...(/您还有\d+份评分表没有签字/.exec(judge.text) ?? []));
  }
  expect(told.length).toBeGreaterThan(4);
  await visitor.post(`/office/rounds/${roundId}/reminders`, { _csrf: visitor.token });
  expect(visitor.text).toContain('24小时内已经催办过');
}

/** The day has moved: a second notice of the defence replaces the first and says so; the second one holds. */
export async function announceDefenceAgain(
  place: Place,
  cast: Cast,
  programmeId: string,
): Promise<void> {
  const first = await postedDefences(place, programmeId);
  // The review takes longer: two days before, the first day that leaves three working days is another one.
  await place.moveTo(await workingDayAfter(place, first[0]!.firstDay, -2));
  await post(cast, programmeId, { kind: 'defence', title: '现场答辩通知（更正）' }, 0);
  const all = await postedDefences(place, programmeId);
  expect(all).toHaveLength(first.length + 1);
  const second = all.find(({ id }) => first.every((one) => one.id !== id))!;
  const stranger = place.visitor();
  await stranger.get(`/notices/${first[0]!.id}`);
  expect(stranger.page.querySelector(`a[href="/notices/${second.id}"]`)).not.toBeNull();
  await stranger.get(`/notices/${second.id}`);
  expect(stranger.text).toContain('《现场答辩通知》');
}

function postedDefences(place: Place, programmeId: string) {
  return place.rows<{ id: string; firstDay: string }>(
    `SELECT id, first_day FROM notice WHERE programme_id = ? AND kind = 'defence'`,
    [programmeId],
  );
}

/** The supervisor holds the journal to the checkpoints that came by message; a forged one does not hold. */
export async function compareCheckpoints({ supervisor }: Cast): Promise<void> {
  const { visitor } = supervisor;
  await visitor.get('/messages');
  const kept = [...visitor.text.matchAll(/BG1\.\d+\.[0-9a-f]{64}\.[\w-]{86}/g)].map(([one]) => one);
  expect(kept.length).toBeGreaterThan(1);
  await visitor.get('/supervision/journal');
  await visitor.submit('/verification', { checkpoints: kept.join('\n') });
  expect(visitor.text).toContain('核对无误');
  const [number, hash] = kept[0]!.split('.').slice(1) as [string, string];
  const other = hash.startsWith('0') ? '1' : '0';
  const forged = kept[0]!.replace(`${number}.${hash}`, `${number}.${other}${hash.slice(1)}`);
  await visitor.submit('/verification', { checkpoints: forged });
  expect(visitor.text).not.toContain('核对无误');
}
