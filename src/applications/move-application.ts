import { Injectable } from '@nestjs/common';
import { Clock } from '../config/clock.js';
import { Database } from '../database/database.js';
import { Journal } from '../journal/journal.js';
import {
  type ApplicationEvent,
  applicationLifecycle,
} from '../rules/lifecycle/application-lifecycle.js';
import { type OwnWords, requireMove } from '../rules/lifecycle/require-move.js';
import type { Actor as Role } from '../rules/lifecycle/roles.js';
import { Application } from './application.entity.js';

export interface ApplicationMove {
  readonly applicationId: string;
  readonly event: ApplicationEvent;
  readonly actorId: string | null;
  readonly role: Role;
  /** What the caller found out about each guard of the row; an unnamed guard is unmet. */
  readonly guards: Readonly<Record<string, boolean>>;
  readonly details?: Readonly<Record<string, unknown>>;
  readonly changesPublicPages?: boolean;
  readonly words?: OwnWords;
}

/** Moves an application along its lifecycle table, in the caller's transaction, with a journal entry. */
@Injectable()
export class MoveApplication {
  constructor(
    private readonly database: Database,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  async run(move: ApplicationMove): Promise<Application> {
    return this.database.transaction(async () => {
      const application = await this.database.lock(Application, move.applicationId);
      const result = requireMove(
        applicationLifecycle,
        application.state as never,
        move.event,
        move,
        move.words,
      );
      const from = application.state;
      application.state = result.to;
      application.stateSince = this.clock.now();
      await this.database.repo(Application).save(application);
      await this.journal.record({
        actorId: move.actorId,
        actorRole: move.role,
        event: `application.${move.event}`,
        subjectType: 'application',
        subjectId: application.id,
        programmeId: application.programmeId,
        details: { from, to: result.to, rule: result.row.rule, ...move.details },
        changesPublicPages: move.changesPublicPages ?? false,
      });
      return application;
    });
  }
}
