import type { JournalFact } from '../../journal/journal.js';
import type { Actor } from '../../web/actor.js';

/** What somebody did with their own account, for the journal. */
export function ownEntry(actor: Actor, event: string, details: JournalFact['details'] = {}) {
  return {
    actorId: actor.accountId,
    actorRole: actor.duties[0]?.role ?? 'Public',
    event,
    subjectType: 'account',
    subjectId: actor.accountId,
    details,
  };
}
