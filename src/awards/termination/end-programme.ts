import { Injectable } from '@nestjs/common';
import { Application } from '../../applications/application.entity.js';
import { MoveApplication } from '../../applications/move-application.js';
import { Database } from '../../database/database.js';
import { EndRounds } from '../../judging/rounds/end-rounds.js';
import { Notify } from '../../notifications/notify.js';
import type { Programme } from '../../programmes/programme.entity.js';
import {
  type TerminationGround,
  TerminateProgramme,
} from '../../programmes/terminate-programme.js';
import { applicationLifecycle } from '../../rules/lifecycle/application-lifecycle.js';
import { Refusal } from '../../rules/refusal.js';
import type { Actor } from '../../web/actor.js';
import type { Notice } from '../notices/notice.entity.js';
import { quotedList } from '../../database/quoted-list.js';
import { applicationIn } from '../../rules/lifecycle/application-groups.js';
import { programmeIn } from '../../rules/lifecycle/programme-groups.js';

/** Accounts in one INSERT of messages. */
const RECIPIENTS = 200;

/** The posted termination notice ends the programme, its applications and its open sheets, and all are told. */
@Injectable()
export class EndProgramme {
  constructor(
    private readonly database: Database,
    private readonly terminate: TerminateProgramme,
    private readonly moveApplication: MoveApplication,
    private readonly rounds: EndRounds,
    private readonly notify: Notify,
  ) {}

  /** Within the transaction that posts the notice. */
  async run(actor: Actor, notice: Notice): Promise<void> {
    const { programmeId, facts } = notice;
    const { ground, reason } = facts;
    if (typeof reason !== 'string' || !ground) throw new Refusal('awards.notice.missing.reason');
    const applicants = await this.applicants(programmeId);
    const programme = await this.terminate.run({
      programmeId,
      ground: ground as TerminationGround,
      reason,
      decidedBy: notice.postedBy,
      confirmedBy: actor.accountId,
    });
    await this.endApplications(programme, notice.id);
    const judges = await this.rounds.run(programmeId, reason);
    const path = `/notices/${notice.id}`;
    const variables = { programme: programme.name };
    for (const [kind, accounts] of [
      ['programme.terminated', applicants],
      ['programme.terminatedJudge', judges],
    ] as const) {
      for (let from = 0; from < accounts.length; from += RECIPIENTS) {
        const some = accounts.slice(from, from + RECIPIENTS);
        await this.notify.accounts(some, { kind, variables, path });
      }
    }
  }

  /** A27 for everything that still was under way; what had ended before stays as it ended. */
  private async endApplications(
    { id: programmeId, state: over }: Programme,
    notice: string,
  ): Promise<void> {
    const open: readonly string[] = applicationLifecycle.rows
      .filter(({ event }) => event === 'endWithProgramme')
      .flatMap(({ from }) => [...from]);
    const applications = await this.database
      .repo(Application)
      .find({ where: { programmeId }, select: { id: true, state: true }, order: { id: 'ASC' } });
    for (const { id } of applications.filter(({ state }) => open.includes(state))) {
      await this.moveApplication.run({
        applicationId: id,
        event: 'endWithProgramme',
        actorId: null,
        role: 'System',
        guards: { programmeTerminated: programmeIn.cancelled.has(over) },
        details: { notice },
      });
    }
  }

  /** Everybody who acts for a merchant that applied and did not withdraw, drafts included. */
  private async applicants(programmeId: string): Promise<readonly string[]> {
    const rows = await this.database.rows<{ accountId: string }>(
      `SELECT DISTINCT d.account_id FROM duty d JOIN application a ON a.merchant_id = d.merchant_id
       WHERE a.programme_id = ? AND a.state NOT IN (${quotedList(applicationIn.left)})
         AND d.ended_at IS NULL ORDER BY d.account_id`,
      [programmeId],
    );
    return rows.map(({ accountId }) => accountId);
  }
}
