import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.js';
import { Journal } from '../../journal/journal.js';
import { conflict, missing } from '../../rules/refusal.js';
import type { Actor } from '../../web/actor.js';
import { actingRole } from '../../web/acting-role.js';
import { AwardList } from './award-list.entity.js';
import { Programme } from '../../programmes/programme.entity.js';

/** The supervisor's own report on the course of the selection; approval waits for it. */
@Injectable()
export class FileStatement {
  constructor(
    private readonly database: Database,
    private readonly journal: Journal,
  ) {}

  async run(
    actor: Actor,
    input: { readonly programmeId: string; readonly statement: string },
  ): Promise<void> {
    const actorRole = actingRole(actor, ['Supervisor'], input.programmeId);
    await this.database.transaction(async () => {
      await this.database.lock(Programme, input.programmeId);
      const lists = this.database.repo(AwardList);
      const [list] = await lists.find({
        where: { programmeId: input.programmeId, kind: 'proposed' },
        order: { number: 'DESC' },
        take: 1,
      });
      if (!list) throw missing();
      if (list.supervisorStatement) throw conflict('awards.statement.filed');
      list.supervisorStatement = input.statement;
      list.supervisedBy = actor.accountId;
      await lists.save(list);
      await this.journal.record({
        actorId: actor.accountId,
        actorRole,
        event: 'list.superviseStatement',
        subjectType: 'list',
        subjectId: list.id,
        programmeId: input.programmeId,
      });
    });
  }
}
