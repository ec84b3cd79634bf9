import { Injectable } from '@nestjs/common';
import { Database } from '../../../database/database.js';
import { newId } from '../../../database/new-id.js';
import { titleIn } from '../../../rules/lifecycle/title-groups.js';
import { LIMITS } from '../../../rules/programme/limits.js';
import { sha256Hex } from '../../../rules/provenance/sha256-hex.js';
import { Refusal, conflict, overtaken } from '../../../rules/refusal.js';
import {
  type RevocationGround,
  revocationGroundHolds,
} from '../../../rules/titles/title-grounds.js';
import type { Actor } from '../../../web/actor.js';
import { actingRole } from '../../../web/acting-role.js';
import { lockTitle } from '../lock-title.js';
import { TitleDesk } from '../title-desk.js';
import { TitleRevocation } from '../title-revocation.entity.js';
import { TitleWarningQueries } from '../warnings/title-warning.queries.js';
import { groundFacts } from './ground-facts.js';
import { TitleRevocationQueries } from './title-revocation.queries.js';

/** The first of two people: a ground of the closed list and what was found. The holder may state its case. */
@Injectable()
export class ProposeRevocation {
  constructor(
    private readonly database: Database,
    private readonly revocations: TitleRevocationQueries,
    private readonly warnings: TitleWarningQueries,
    private readonly desk: TitleDesk,
  ) {}

  async run(
    actor: Actor,
    given: { readonly titleId: string; readonly ground: RevocationGround; readonly facts: string },
  ): Promise<void> {
    actingRole(actor, ['CityRegistrar']);
    await this.database.transaction(async () => {
      const title = await lockTitle(this.database, given.titleId);
      const actorRole = actingRole(actor, ['CityRegistrar'], title.programmeId);
      if (!titleIn.alive.has(title.state)) {
        throw overtaken('awards.revocation.ended', 'title', title.state);
      }
      if (await this.revocations.openOf(title.id)) throw conflict('awards.revocation.openAlready');
      const warnings = await this.warnings.ofTitle(title.id);
      const { ground, facts } = given;
      const placeLost = await this.revocations.placeLost(title.id);
      const known = groundFacts(title.state, warnings, { today: this.desk.today, placeLost });
      if (!revocationGroundHolds(ground, known)) {
        throw new Refusal('awards.revocation.noGround', {}, 'ground');
      }
      const id = newId();
      const statementDueOn = await this.desk.after(this.desk.today, LIMITS.titleStatement);
      await this.database.repo(TitleRevocation).insert({
        ...open,
        id,
        titleId: title.id,
        ground,
        facts,
        proposedBy: actor.accountId,
        proposedAt: this.desk.now,
        statementDueOn,
      });
      const details = { revocation: id, ground, facts: sha256Hex(facts), statementDueOn };
      const by = { actorId: actor.accountId, actorRole };
      await this.desk.record(by, title, 'title.proposeRevocation', details);
      await this.desk.tellHolder(title, 'title.revocationProposed', { day: statementDueOn });
    });
  }
}

const open = {
  statement: null,
  statedAt: null,
  statedBy: null,
  decision: null,
  decisionReason: null,
  decidedBy: null,
  decidedAt: null,
  noticeId: null,
  postedOn: null,
  lapsedOn: null,
  plaqueDueOn: null,
  plaqueReturnedOn: null,
  plaqueNote: null,
  plaqueBy: null,
  annulledBy: null,
  annulledNumber: null,
  annulledReason: null,
  annulmentAt: null,
  annulmentNoticeId: null,
  restoredOn: null,
} as const;
