import { Injectable } from '@nestjs/common';
import { Clock } from '../config/clock.js';
import { Database } from '../database/database.js';
import { newId } from '../database/new-id.js';
import { Journal } from '../journal/journal.js';
import { hashOf } from '../rules/provenance/sha256-hex.js';
import { Refusal, conflict } from '../rules/refusal.js';
import type { RuleSet } from '../rules/scoring/rule-set.js';
import { validateRuleSet } from '../rules/scoring/validate-rule-set.js';
import type { Actor } from '../web/actor.js';
import { actingRole } from '../web/acting-role.js';
import { Category } from './category.entity.js';
import { lockRounds } from './lock-rounds.js';
import { ProgrammeGuards } from './programme-guards.js';
import { requireRunning } from './load-programme.js';
import { Programme } from './programme.entity.js';
import { ProgrammeQueries } from './programme.queries.js';
import { Round } from './round.entity.js';
import { roundKindsOf, roundsFor } from './rounds-for.js';
import { RuleVersion } from './rule-version.entity.js';
import { WithdrawBasisApproval } from './withdraw-basis-approval.js';
import { roundIn } from '../rules/lifecycle/round-groups.js';
import { programmeIn } from '../rules/lifecycle/programme-groups.js';

export interface RulesInput {
  readonly programmeId: string;
  /** Hash of the rules that the person saw. */
  readonly hash: string;
  readonly rules: RuleSet;
  /** Needed once the rules are frozen: why there is a new version. */
  readonly reason: string;
}

/**
 * Saves the rules of a programme. Before the announcement the first version is rewritten; afterwards,
 * and only while no score exists, a change is a new frozen version with a reason.
 */
@Injectable()
export class SaveRules {
  constructor(
    private readonly database: Database,
    private readonly journal: Journal,
    private readonly clock: Clock,
    private readonly guards: ProgrammeGuards,
    private readonly programmes: ProgrammeQueries,
    private readonly withdrawApproval: WithdrawBasisApproval,
  ) {}

  async run(actor: Actor, given: RulesInput): Promise<{ number: number }> {
    const { programmeId, rules, reason } = given;
    const role = actingRole(actor, ['CityRegistrar'], programmeId);
    const [problem] = validateRuleSet(rules);
    if (problem) throw new Refusal(problem.key, problem.variables);
    return this.database.transaction(async () => {
      await this.database.lock(Programme, programmeId);
      // A judge who saves shares the round: every score is committed by now or waits for the new rules.
      await lockRounds(this.database, { programmeId });
      const earlier = await this.programmes.rounds(programmeId);
      const programme = await requireRunning(this.database, programmeId);
      const repo = this.database.repo(RuleVersion);
      const current = await repo.findOneByOrFail({ id: programme.ruleVersionId ?? '' });
      if (current.hash !== given.hash) throw conflict();
      const hash = hashOf(rules);
      if (hash === current.hash) return { number: current.number };
      if (current.frozenAt && reason === '') {
        throw new Refusal('programmes.refused.reasonNeeded', {}, 'reason');
      }
      if (current.frozenAt) await this.refuseWithScores(programmeId);
      const by = { accountId: actor.accountId, role };
      const quotasChange = quotasOf(current.rules) !== quotasOf(rules);
      const next = current.frozenAt ? await this.addVersion(current, given, by) : current;
      if (!current.frozenAt) {
        await repo.save(Object.assign(current, { rules, hash, reason, authorId: by.accountId }));
      }
      await this.database
        .repo(Programme)
        .save(Object.assign(programme, { ruleVersionId: next.id }));
      await this.follow(programme, rules, earlier);
      await this.journal.record({
        actorId: actor.accountId,
        actorRole: role,
        event: current.frozenAt ? 'ruleVersion.add' : 'ruleVersion.edit',
        subjectType: 'ruleVersion',
        subjectId: next.id,
        programmeId,
        details: { number: next.number, rules: hash, before: given.hash },
        changesPublicPages: true,
      });
      if (!current.frozenAt && quotasChange) await this.withdrawApproval.run(by, programmeId);
      return { number: next.number };
    });
  }

  private async refuseWithScores(programmeId: string): Promise<void> {
    const { sheetsBegun } = (await this.guards.facts(programmeId)).judging;
    if (sheetsBegun > 0) throw new Refusal('programmes.refused.scoresExist');
  }

  private async addVersion(
    current: RuleVersion,
    { programmeId, rules, reason }: RulesInput,
    by: { accountId: string },
  ): Promise<RuleVersion> {
    const now = this.clock.now();
    const next = Object.assign(new RuleVersion(), {
      id: newId(),
      programmeId,
      number: current.number + 1,
      rules,
      hash: hashOf(rules),
      reason,
      authorId: by.accountId,
      createdAt: now,
      frozenAt: now,
    });
    await this.database.repo(RuleVersion).insert(next);
    return next;
  }

  /** Names of categories and the rounds they need follow the rules. */
  private async follow(
    programme: Programme,
    rules: RuleSet,
    earlier: Parameters<typeof roundsFor>[4],
  ): Promise<void> {
    const categories = await this.database.repo(Category).findBy({ programmeId: programme.id });
    for (const category of categories) {
      const name = rules.categories.find(({ code }) => code === category.code)?.name;
      if (!name || (name.zh === category.nameZh && name.en === category.nameEn)) continue;
      await this.database
        .repo(Category)
        .save(Object.assign(category, { nameZh: name.zh, nameEn: name.en }));
    }
    const repo = this.database.repo(Round);
    const rounds = await repo.findBy({ programmeId: programme.id });
    const planned = roundsFor(programme.id, categories, rules, programme.calendar, earlier);
    const added = planned.filter(
      (one) =>
        !rounds.some((round) => round.categoryId === one.categoryId && round.kind === one.kind),
    );
    await repo.insert(added);
    const codeOf = new Map(categories.map(({ id, code }) => [id, code]));
    const idle = rounds.filter(
      (round) =>
        roundIn.planned.has(round.state) &&
        !roundKindsOf(rules, codeOf.get(round.categoryId) ?? '').includes(round.kind),
    );
    if (idle.length && programmeIn.preparing.has(programme.state)) await repo.remove(idle);
  }
}

function quotasOf(rules: RuleSet): string {
  const quotas = rules.categories.map(({ code, quota }) => `${code}${quota}`);
  return [rules.totalQuota, ...quotas].join(' ');
}
