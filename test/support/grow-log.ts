import { Journal } from '../../src/journal/journal.js';
import { SendCheckpoint } from '../../src/notifications/send-checkpoint.js';
import type { TestApp } from './test-app.js';

/** More entries, and a checkpoint as a publication brings it. */
export async function growLog(app: TestApp, count: number): Promise<void> {
  await app.database.transaction(async () => {
    for (let at = 0; at < count; at += 1) {
      const event = 'programme.note';
      const subject = { subjectType: 'programme', subjectId: `s${at}` };
      await app.app.get(Journal).record({ actorId: null, actorRole: 'System', event, ...subject });
    }
    await app.app.get(SendCheckpoint).run('publication');
  });
}
