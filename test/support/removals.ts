import { DecideRemoval } from '../../src/judging/removals/decide-removal.js';
import { Removal } from '../../src/judging/removals/removal.entity.js';
import type { Actor } from '../../src/web/actor.js';
import { acting } from './acting.js';
import type { TestApp } from './test-app.js';

/** An approver confirms whatever is proposed. */
export async function confirmRemovals(app: TestApp, by: Actor = acting('Approver')): Promise<void> {
  const proposed = await app.database.repo(Removal).findBy({ state: 'Proposed' });
  for (const { id } of proposed) {
    await app.app.get(DecideRemoval).run(by, id, { decision: 'confirm', reason: '情况属实' });
  }
}
