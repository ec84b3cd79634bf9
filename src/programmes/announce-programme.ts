import { Injectable } from '@nestjs/common';
import { Clock } from '../config/clock.js';
import { Database } from '../database/database.js';
import type { Actor } from '../web/actor.js';
import { actingRole, requireSecondPerson } from '../web/acting-role.js';
import { loadInPreparation } from './load-programme.js';
import { MoveProgramme } from './move-programme.js';
import { RequireStep } from './require-step.js';
import { RuleVersion } from './rule-version.entity.js';
import { Programme } from './programme.entity.js';

/** Announces a programme; from here on its rules are frozen. */
@Injectable()
export class AnnounceProgramme {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly requireStep: RequireStep,
    private readonly moveProgramme: MoveProgramme,
  ) {}

  async run(
    actor: Actor,
    given: { readonly programmeId: string; readonly version: number },
  ): Promise<void> {
    const { programmeId, version } = given;
    const role = actingRole(actor, ['Approver'], programmeId);
    return this.database.transaction(async () => {
      await this.database.lock(Programme, programmeId);
      const programme = await loadInPreparation(this.database, programmeId, version);
      requireSecondPerson(actor, programme.preparedBy, programmeId);
      const repo = this.database.repo(RuleVersion);
      const rules = await repo.findOneBy({ id: programme.ruleVersionId ?? '' });
      // Sound rules are frozen with the announcement itself.
      const byAct = { ruleVersionFrozen: rules !== null };
      const guards = await this.requireStep.run(programmeId, 'announce', byAct);
      if (rules) await repo.save(Object.assign(rules, { frozenAt: this.clock.now() }));
      await this.moveProgramme.run({
        programmeId,
        event: 'announce',
        actorId: actor.accountId,
        role,
        guards,
        details: { ruleVersion: rules?.number ?? null, rules: rules?.hash ?? null },
      });
    });
  }
}
