import type { START } from '../../rules/lifecycle/lifecycle.js';
import { type OwnWords, requireMove } from '../../rules/lifecycle/require-move.js';
import {
  type NoticeEvent,
  type NoticeState,
  noticeLifecycle,
} from '../../rules/lifecycle/notice-lifecycle.js';
import type { Role } from '../../rules/lifecycle/roles.js';

/**
 * One step of a notice along its lifecycle table. A notice has no column for its state: it waits as
 * a draft, is posted as a notice, and is superseded when another corrects it.
 * @throws Refusal as the table says
 */
export function requireNoticeStep(
  state: NoticeState | typeof START,
  event: NoticeEvent,
  role: Role,
  guards: Readonly<Record<string, boolean>>,
  words: OwnWords = {},
): void {
  requireMove(noticeLifecycle, state, event, { role, guards }, words);
}
