import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.js';
import { Journal } from '../../journal/journal.js';
import { requireMove } from '../../rules/lifecycle/require-move.js';
import {
  type ObjectionEvent,
  objectionLifecycle,
} from '../../rules/lifecycle/objection-lifecycle.js';
import type { Role } from '../../rules/lifecycle/roles.js';
import { overtaken } from '../../rules/refusal.js';
import { actingRole } from '../../web/acting-role.js';
import type { Actor } from '../../web/actor.js';
import { Notice } from '../notices/notice.entity.js';
import { Objection } from './objection.entity.js';

export interface ObjectionMover {
  readonly actor: Actor;
  readonly role: Role;
  /** The version the person saw; null for a further step of the same act. */
  readonly version: number | null;
}

/** Moves an objection along its lifecycle table, in the caller's transaction, with a journal entry. */
@Injectable()
export class MoveObjection {
  constructor(
    private readonly database: Database,
    private readonly journal: Journal,
  ) {}

  async run(
    objectionId: string,
    event: ObjectionEvent,
    by: ObjectionMover,
    guards: Readonly<Record<string, boolean>>,
    change: (objection: Objection) => void = () => undefined,
  ): Promise<Objection> {
    const objections = this.database.repo(Objection);
    const objection = await this.database.lock(Objection, objectionId);
    if (by.version !== null && by.version !== objection.version) {
      throw overtaken('errors.conflict', 'objection', objection.state);
    }
    const notice = await this.database.repo(Notice).findOneByOrFail({ id: objection.noticeId });
    actingRole(by.actor, [by.role], notice.programmeId);
    const from = objection.state;
    const result = requireMove(objectionLifecycle, from, event, { role: by.role, guards });
    objection.state = result.to;
    change(objection);
    await objections.save(objection);
    await this.journal.record({
      actorId: by.actor.accountId,
      actorRole: by.role,
      event: `objection.${event}`,
      subjectType: 'objection',
      subjectId: objectionId,
      details: { from, to: result.to, rule: result.row.rule },
    });
    return objection;
  }
}
