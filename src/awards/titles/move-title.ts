import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.js';
import type { Actor as Role } from '../../rules/lifecycle/roles.js';
import { requireMove } from '../../rules/lifecycle/require-move.js';
import { type TitleEvent, titleLifecycle } from '../../rules/lifecycle/title-lifecycle.js';
import type { TitleReason } from './title-reason.js';
import { Title } from './title.entity.js';
import { TitleDesk } from './title-desk.js';

export interface TitleMove {
  readonly event: Exclude<TitleEvent, 'confer'>;
  readonly role: Role;
  readonly actorId: string | null;
  /** What the caller found out about each guard of the row; an unnamed guard is unmet. */
  readonly guards: Readonly<Record<string, boolean>>;
  /** What the public pages say of the state; null for a title that simply holds. */
  readonly reason: TitleReason | null;
  /** The day from which the state holds, when it is not today. */
  readonly since?: string;
  readonly details?: Readonly<Record<string, unknown>>;
}

/** Moves a title along its table, in the caller's transaction, which holds it. */
@Injectable()
export class MoveTitle {
  constructor(
    private readonly database: Database,
    private readonly desk: TitleDesk,
  ) {}

  async run(title: Title, move: TitleMove): Promise<void> {
    const from = title.state;
    const { row, to } = requireMove(titleLifecycle, from, move.event, move);
    title.state = to;
    title.stateSince = move.since ?? this.desk.today;
    title.stateReason = move.reason;
    await this.database.repo(Title).save(title);
    const actor = { actorId: move.actorId, actorRole: move.role };
    const details = { from, to, rule: row.rule, ...move.details };
    await this.desk.record(actor, title, `title.${move.event}`, details, true);
  }
}
