import { Notice } from '../../src/awards/notices/notice.entity.js';
import { newId } from '../../src/database/new-id.js';
import { beijingDate } from '../../src/rules/calendar/beijing-time.js';
import { ATTESTATIONS } from '../../src/rules/guards/attestations.js';
import type { ProgrammeGuard } from '../../src/rules/guards/guard-facts.js';
import { RecordStep } from '../../src/programmes/record-step.js';
import type { TestApp } from './test-app.js';

/** Has each fact registered by somebody whose duty it is, as the board would. */
export async function attest(
  app: TestApp,
  programmeId: string,
  ...guards: readonly ProgrammeGuard[]
): Promise<void> {
  for (const guard of guards) {
    const role = ATTESTATIONS.find((one) => one.guard === guard)!.roles[0]!;
    const actor = {
      accountId: newId(),
      name: role,
      kind: 'office' as const,
      mustChangePassword: false,
      duties: [{ role, divisionCode: null, merchantId: null, programmeId: null }],
    };
    const text = '已按规定办理，材料齐全，存档备查。';
    await app.app.get(RecordStep).run(actor, { programmeId, guard, text });
  }
}

/** What stands for the draw of a panel chosen by hand. */
export const attestDraw = (app: TestApp, programmeId: string) =>
  attest(app, programmeId, 'drawRecordSigned', 'supervisorWitnesses');

/** The notice of a defence that begins today, or on the day that the case is about. */
export async function defenceNoticed(
  app: TestApp,
  programmeId: string,
  firstDay = beijingDate(app.clock.now()),
): Promise<void> {
  await app.database.repo(Notice).insert({
    id: newId(),
    programmeId,
    kind: 'defence',
    title: '答辩通知',
    body: '答辩通知',
    postedOn: firstDay,
    firstDay,
    facts: {},
    postedBy: programmeId,
    postedAt: app.clock.now(),
  } as never);
}
