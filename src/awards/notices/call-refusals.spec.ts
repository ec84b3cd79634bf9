import { afterAll, beforeAll, describe } from '@jest/globals';
import { AwardSteps } from '../../../test/support/award-steps.js';
import { refusalTable } from '../../../test/support/case-tables.js';
import { ProgrammeGuards } from '../../programmes/programme-guards.js';
import { Programme } from '../../programmes/programme.entity.js';
import { Notice } from './notice.entity.js';
import { NoticeEffects } from './notice-effects.js';

let award: AwardSteps;
beforeAll(async () => {
  award = await AwardSteps.open();
});
afterAll(() => award.app.stop());
const guarded = (given: { rule: string; guard: string }) =>
  ({ code: 'lifecycle.refused.guard', variables: given }) as const;

describe('a posted call', () => {
  const call = async (calendar: Partial<Programme>) => {
    const programmes = award.app.database.repo(Programme);
    await programmes.update(award.id, { state: 'Announced', ...calendar } as never);
    return award.prepare({ kind: 'call' });
  };
  refusalTable(
    () => award.app,
    [
      [
        'whose window is nineteen working days',
        async () => {
          const window = { phase: 'Open', from: '2026-08-03', to: '2026-08-27', workingDays: 19 };
          const id = await call({ calendar: [window] as never });
          return () => award.post(id);
        },
        guarded({ rule: 'P02', guard: 'applicationWindowLongEnough' }),
      ],
      [
        'that is not in the register of notices',
        async () => {
          await call({});
          const notice = Object.assign(new Notice(), { programmeId: award.id, kind: 'call' });
          const { publisher } = award.people;
          const found = await award.app.app.get(ProgrammeGuards).of(award.id);
          return () => award.app.app.get(NoticeEffects).run(publisher, notice, '2026-06-01', found);
        },
        guarded({ rule: 'P02', guard: 'applicationNoticePublished' }),
      ],
    ],
  );
});
