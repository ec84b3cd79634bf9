import { Injectable } from '@nestjs/common';
import { Clock } from '../config/clock.js';
import { Database } from '../database/database.js';
import { newId } from '../database/new-id.js';
import { Journal } from '../journal/journal.js';
import { planPhases } from '../rules/programme/phase-calendar.js';
import { hashOf } from '../rules/provenance/sha256-hex.js';
import { Refusal } from '../rules/refusal.js';
import type { RuleSet } from '../rules/scoring/rule-set.js';
import type { Actor } from '../web/actor.js';
import { actingRole } from '../web/acting-role.js';
import { Category } from './category.entity.js';
import { PRESET_RULES, PRESET_SOURCE } from './presets.js';
import { type ProgrammeDetails, checkDetails } from './programme-details.js';
import { Programme, type ProgrammeCalendar } from './programme.entity.js';
import { ProgrammeQueries } from './programme.queries.js';
import { Round } from './round.entity.js';
import { RuleVersion } from './rule-version.entity.js';
import { roundsFor } from './rounds-for.js';
import { WorkingDays } from './working-days.js';
import { START } from '../rules/lifecycle/lifecycle.js';
import { programmeLifecycle } from '../rules/lifecycle/programme-lifecycle.js';
import { requireMove } from '../rules/lifecycle/require-move.js';

export interface NewProgramme extends ProgrammeDetails {
  /** An earlier programme's id, or `preset`. */
  readonly sourceId: string;
  readonly categories: readonly string[];
  /** Day on which the call is to be posted; the calendar is laid out from it. */
  readonly openingDay: string;
}

/** Makes this year's programme by copying an earlier one: rules, categories, rounds and calendar. */
@Injectable()
export class PrepareProgramme {
  constructor(
    private readonly database: Database,
    private readonly journal: Journal,
    private readonly clock: Clock,
    private readonly programmes: ProgrammeQueries,
    private readonly workingDays: WorkingDays,
  ) {}

  async run(actor: Actor, given: NewProgramme): Promise<{ programmeId: string }> {
    const role = actingRole(actor, ['CityRegistrar']);
    checkDetails(given);
    return this.database.transaction(async () => {
      // Two programmes of one year would find the same address free.
      await this.journal.hold();
      const source = await this.source(given.sourceId);
      const calendar = planPhases(
        await this.workingDays.calendar(),
        given.openingDay,
        source.durations,
      );
      const rules = chosenRules(source.rules, given, calendar);
      const id = newId();
      const now = this.clock.now();
      const version = Object.assign(new RuleVersion(), {
        id: newId(),
        programmeId: id,
        number: 1,
        rules,
        hash: hashOf(rules),
        reason: '',
        authorId: actor.accountId,
        createdAt: now,
        frozenAt: null,
      });
      const programme = Object.assign(new Programme(), {
        id,
        slug: await this.slug(given.year),
        ...details(given),
        state: requireMove(programmeLifecycle, START, 'prepare', { role, guards: {} }).to,
        calendar,
        ruleVersionId: version.id,
        copiedFromId: source.id,
        historicalNote: null,
        preparedBy: actor.accountId,
        createdAt: now,
        stateSince: now,
        cancellationReason: null,
      });
      const categories = rules.categories.map((category, position) =>
        Object.assign(new Category(), {
          id: newId(),
          programmeId: id,
          code: category.code,
          nameZh: category.name.zh,
          nameEn: category.name.en,
          position,
        }),
      );
      const rounds = roundsFor(id, categories, rules, calendar, source.rounds);
      await this.database.repo(Programme).insert(programme);
      await this.database.repo(RuleVersion).insert(version);
      await this.database.repo(Category).insert(categories);
      await this.database.repo(Round).insert(rounds);
      await this.journal.record({
        actorId: actor.accountId,
        actorRole: role,
        event: 'programme.prepare',
        subjectType: 'programme',
        subjectId: id,
        programmeId: id,
        details: { copiedFrom: source.id, year: given.year, rules: version.hash },
      });

      return { programmeId: id };
    });
  }

  private async source(sourceId: string) {
    if (sourceId === PRESET_SOURCE) {
      return { id: null, rules: PRESET_RULES, rounds: [], durations: {} };
    }
    const programme = await this.programmes.byId(sourceId);
    if (!programme.ruleVersionId) throw new Refusal('programmes.refused.noRules', {}, 'sourceId');
    const { rules } = await this.programmes.rules(sourceId);
    const rounds = await this.programmes.rounds(sourceId);
    const durations = Object.fromEntries(
      programme.calendar.map(({ phase, planned }) => [phase, planned]),
    );
    return { id: sourceId, rules, rounds, durations };
  }

  private async slug(year: number): Promise<string> {
    const taken = new Set((await this.programmes.all()).map(({ slug }) => slug));
    let slug = String(year);
    for (let next = 2; taken.has(slug); next += 1) slug = `${year}-${next}`;
    return slug;
  }
}

function details({ name, host, year, dataYear, scope, cycle, funds }: ProgrammeDetails) {
  return { name, host, year, dataYear, scope, cycle, funds };
}

/** The source's rules for the chosen categories, measured against this year's T and deadline. */
function chosenRules(rules: RuleSet, given: NewProgramme, calendar: ProgrammeCalendar): RuleSet {
  const categories = rules.categories.filter(({ code }) => given.categories.includes(code));
  if (!categories.length) {
    throw new Refusal('programmes.refused.noCategory', {}, 'categories');
  }
  const applicationDeadline = calendar.find(({ phase }) => phase === 'Open')!.to;
  return { ...rules, categories, reference: { year: given.dataYear, applicationDeadline } };
}
