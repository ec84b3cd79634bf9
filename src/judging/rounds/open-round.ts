import { Injectable } from '@nestjs/common';
import { Application } from '../../applications/application.entity.js';
import { MoveApplication } from '../../applications/move-application.js';
import { Database } from '../../database/database.js';
import { Journal } from '../../journal/journal.js';
import { Notify } from '../../notifications/notify.js';
import { Category } from '../../programmes/category.entity.js';
import { ProgrammeQueries } from '../../programmes/programme.queries.js';
import { Round } from '../../programmes/round.entity.js';
import { requireMove } from '../../rules/lifecycle/require-move.js';
import { roundLifecycle } from '../../rules/lifecycle/round-lifecycle.js';
import { Refusal, missing } from '../../rules/refusal.js';
import { PANEL_MINIMUM } from '../../rules/rounds/panel-rule.js';
import type { RuleSet } from '../../rules/scoring/rule-set.js';
import { roundSheet } from '../../rules/rounds/round-sheet.js';
import type { Actor } from '../../web/actor.js';
import { assignedPlaces } from '../assignments/assigned-places.js';
import { AnchorsOpen } from '../anchors/anchors-open.js';
import { AdvanceProgramme } from './advance-programme.js';
import { IssueSheets } from '../sheets/issue-sheets.js';
import { ScoreSheet } from '../sheets/score-sheet.entity.js';
import { PanelGuards } from '../panel/panel-guards.js';
import { WithheldFiles } from './withheld-files.js';
import { applicationIn } from '../../rules/lifecycle/application-groups.js';
import { lockRound } from './lock-round.js';

/** Opens one round: a sheet for every valid seat on every application, in random orders. */
@Injectable()
export class OpenRound {
  constructor(
    private readonly database: Database,
    private readonly journal: Journal,
    private readonly notify: Notify,
    private readonly programmes: ProgrammeQueries,
    private readonly moveApplication: MoveApplication,
    private readonly advance: AdvanceProgramme,
    private readonly sheets: IssueSheets,
    private readonly guards: PanelGuards,
    private readonly withheld: WithheldFiles,
    private readonly anchors: AnchorsOpen,
  ) {}

  /** @param withoutFiles the registrar knows that judges will not get the files kept back */
  async run(actor: Actor, roundId: string, withoutFiles = false): Promise<void> {
    const withheld = await this.withheldFiles(roundId);
    await this.database.transaction(async () => {
      const round = await lockRound(this.database, roundId);
      const version = await this.programmes.rules(round.programmeId);
      const category = await this.database.repo(Category).findOneByOrFail({ id: round.categoryId });
      if (!roundSheet(version.rules, category.code, round.kind)) {
        throw new Refusal('judging.round.noSheet');
      }
      await this.refuseWholePanel(version.rules, round, category.code);
      if (round.kind === 'material') {
        await this.anchors.requireEnough(category.id, category.code, version.rules);
      }
      const undeclared = await this.guards.undeclared(round.programmeId);
      const undecided = await this.guards.undecided(round.programmeId);
      const words = {
        everyJudgeDeclared: () => silent(undeclared),
        softConflictsDecided: () => new Refusal('judging.round.undecided', { count: undecided }),
      };
      const due = await this.advance.beforeOpening(round.programmeId, round.kind, words);
      if (undecided) throw words.softConflictsDecided();
      if (withheld.length && !withoutFiles) {
        throw new Refusal('judging.round.withheld', { count: withheld.length }, 'withoutFiles');
      }
      await this.advance.take(actor, round.programmeId, due);
      const counts = await this.sheets.run(round);
      if (counts.size === 0) throw new Refusal('judging.round.nothing');
      const result = requireMove(
        roundLifecycle,
        round.state,
        'open',
        {
          role: 'CityRegistrar',
          guards: {
            ruleVersionFrozen: version.frozenAt !== null,
            sheetsAssigned: sum(counts.values()) > 0,
            everyJudgeDeclared: undeclared.length === 0,
          },
        },
        words,
      );
      await this.database.repo(Round).save(Object.assign(round, { state: result.to }));
      const assigned = await assignedPlaces(this.database, round.id);
      await this.enterReview(actor, round.categoryId, counts, assigned?.perApplication ?? null);
      await this.journal.record({
        actorId: actor.accountId,
        actorRole: 'CityRegistrar',
        event: 'round.open',
        subjectType: 'round',
        subjectId: round.id,
        programmeId: round.programmeId,
        details: {
          rules: version.hash,
          applications: counts.size,
          sheets: sum(counts.values()),
          withheldFiles: withheld.length,
        },
        changesPublicPages: true,
      });
      // An alternate hears of it when there is a sheet to score.
      const issued = await this.database.repo(ScoreSheet).findBy({ roundId: round.id });
      await this.notify.accounts(
        issued.map(({ accountId }) => accountId),
        { kind: 'judgingOpen', variables: { closesOn: round.closesOn }, path: '/judging' },
      );
    });
  }

  /** With everybody on everything there is nothing to tell severity from merit by that a mean does not. */
  private async refuseWholePanel(
    rules: RuleSet,
    { id, kind }: Pick<Round, 'id' | 'kind'>,
    code: string,
  ): Promise<void> {
    const declared = rules.categories.find((one) => one.code === code)?.severityCorrection;
    if (kind !== 'material' || !declared) return;
    const assigned = await assignedPlaces(this.database, id);
    const seats = new Set(assigned?.places.map(({ seat }) => seat));
    if (!assigned || assigned.perApplication >= seats.size) {
      throw new Refusal('judging.round.correctionNeedsParts');
    }
  }

  /** The files whose blind copies could not be made: work on pictures, so before the transaction. */
  private async withheldFiles(roundId: string) {
    const round = await this.database.repo(Round).findOneBy({ id: roundId });
    if (!round) throw missing();
    const { programmeId, categoryId, kind, blind } = round;
    const category = await this.database.repo(Category).findOneByOrFail({ id: categoryId });
    const categoryCode = category.code;
    return this.withheld.afterTrying({ programmeId, categoryId, categoryCode, kind, blind });
  }

  /**
   * A13 for each application, refused where bars leave fewer sheets than it must have: as many as
   * were assigned, or as the smallest panel.
   */
  private async enterReview(
    actor: Actor,
    categoryId: string,
    counts: ReadonlyMap<string, number>,
    assigned: number | null,
  ): Promise<void> {
    const minimum = assigned ?? PANEL_MINIMUM;
    const short = assigned ? 'assignment.round.shortAtOpening' : 'judging.round.tooFewFor';
    const all = await this.database.repo(Application).findBy({ categoryId });
    const applications = new Map(all.map((one) => [one.id, one]));
    for (const [applicationId, count] of counts) {
      const application = applications.get(applicationId);
      const number = application?.judgingNumber ?? '';
      const tooFew = () => new Refusal(short, { number, count, minimum });
      if (!applicationIn.verified.has(application?.state)) {
        if (count < minimum) throw tooFew();
        continue;
      }
      await this.moveApplication.run({
        applicationId,
        event: 'enterReview',
        actorId: actor.accountId,
        role: 'System',
        guards: { panelAboveMinimum: count >= minimum },
        details: { sheets: count },
        words: { panelAboveMinimum: tooFew },
      });
    }
  }
}

/** A judge who came into the panel later owes the declaration as much as the first ones. */
function silent(undeclared: readonly { readonly name: string }[]): Refusal {
  const names = undeclared.map(({ name }) => name).join(' ');
  return new Refusal('judging.round.undeclared', { count: undeclared.length, names });
}

function sum(values: Iterable<number>): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}
