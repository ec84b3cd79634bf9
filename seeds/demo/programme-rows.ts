import { Category } from '../../src/programmes/category.entity.js';
import { LegalBasis } from '../../src/programmes/legal-basis.entity.js';
import { type CalendarPhase, Programme } from '../../src/programmes/programme.entity.js';
import { Round, type RoundKind } from '../../src/programmes/round.entity.js';
import { RuleVersion } from '../../src/programmes/rule-version.entity.js';
import { programmeLifecycle } from '../../src/rules/lifecycle/programme-lifecycle.js';
import type { ProgrammeState } from '../../src/rules/lifecycle/programme-states.js';
import { hashOf } from '../../src/rules/provenance/sha256-hex.js';
import type { RuleSet } from '../../src/rules/scoring/rule-set.js';
import { type City, at } from './city.js';
import type { Dice } from './dice.js';
import type { CategoryLetter } from './merchant.js';
import type { Cast } from './people.js';
import { type PhaseName, phaseOf } from './phase-plan.js';
import type { RoundState } from '../../src/rules/lifecycle/round-lifecycle.js';

export interface DemoProgramme {
  readonly blind: readonly string[];
  readonly id: string;
  readonly year: number;
  readonly dataYear: number;
  readonly rules: RuleSet;
  readonly ruleVersionId: string;
  readonly ruleHash: string;
  readonly phases: readonly CalendarPhase[];
  readonly categoryIds: Readonly<Record<CategoryLetter, string>>;
  /** `G.material` → round id. */
  readonly roundIds: Readonly<Record<string, string>>;
  /** First and last day of a phase. */
  phase(name: PhaseName): CalendarPhase;
}

export interface ProgrammeSetting {
  readonly slug: string;
  readonly name: string;
  readonly year: number;
  readonly state: ProgrammeState;
  readonly rules: RuleSet;
  readonly phases: readonly CalendarPhase[];
  readonly documentNumber: string;
  readonly rounds: Readonly<Record<RoundKind, RoundState>>;
  /** Categories whose files are judged without names. */
  readonly blind: readonly string[];
}

export const HOST = '衢州市电子商务产业发展推进工作小组办公室';

/** Programme, legal basis, frozen rules, categories and rounds. */
export function addProgramme(
  city: City,
  dice: Dice,
  cast: Cast,
  setting: ProgrammeSetting,
): DemoProgramme {
  const { phases, rules, year } = setting;
  const [id, ruleVersionId] = [dice.id(), dice.id()];
  const opening = phaseOf(phases, 'Open').from;
  const prepared = at(opening, -12 * 24 * 60);
  const frozen = at(opening, -3 * 24 * 60);
  city.rows.add(Programme, {
    id,
    slug: setting.slug,
    name: setting.name,
    year,
    dataYear: year - 1,
    state: setting.state,
    host: HOST,
    scope: '在全市六个县（市、区）登记注册或者主要经营，依法从事网络零售及相关服务的市场主体。',
    cycle: '每年一次',
    funds: '评选经费由主办单位承担，不向申报单位收取任何费用。',
    calendar: phases,
    ruleVersionId,
    preparedBy: cast.registrar,
    createdAt: prepared,
    stateSince: at(enteredOn(phases, setting.state)),
  });
  city.rows.add(LegalBasis, {
    id: dice.id(),
    programmeId: id,
    number: 1,
    type: 'approvedDemonstration',
    approvingOrgan: '衢州市人民政府',
    documentNumber: setting.documentNumber,
    validFrom: `${year}-01-01`,
    validTo: `${year + 1}-12-31`,
    preparedBy: cast.registrar,
    approvedBy: cast.approver,
    approvedAt: at(opening, -4 * 24 * 60),
  });
  const ruleHash = hashOf(rules);
  city.rows.add(RuleVersion, {
    id: ruleVersionId,
    programmeId: id,
    number: 1,
    rules,
    hash: ruleHash,
    reason: '首次制定，随申报通知公布。',
    authorId: cast.registrar,
    createdAt: prepared,
    frozenAt: frozen,
  });
  const categoryIds: Partial<Record<CategoryLetter, string>> = {};
  const roundIds: Record<string, string> = {};
  rules.categories.forEach(({ code, name }, position) => {
    const categoryId = (categoryIds[code] = dice.id());
    city.rows.add(Category, {
      id: categoryId,
      programmeId: id,
      code,
      nameZh: name.zh,
      nameEn: name.en,
      position,
    });
    for (const kind of ['material', 'defence'] as const) {
      const { from, to } = phaseOf(phases, kind === 'material' ? 'MaterialReview' : 'Defence');
      const state = setting.rounds[kind];
      const roundId = (roundIds[`${code}.${kind}`] = dice.id());
      city.rows.add(Round, {
        id: roundId,
        programmeId: id,
        categoryId,
        kind,
        state,
        blind: setting.blind.includes(code) && kind === 'material',
        repeats: false,
        otherScores: 'never',
        opensOn: from,
        closesOn: to,
        lockedAt: state === 'Locked' ? at(phaseOf(phases, 'ScoresLocked').from, 300) : null,
      });
    }
  });
  return {
    id,
    year,
    dataYear: year - 1,
    rules,
    blind: setting.blind,
    ruleVersionId,
    ruleHash,
    phases,
    categoryIds: categoryIds as Record<CategoryLetter, string>,
    roundIds,
    phase: (name) => phaseOf(phases, name),
  };
}

type ProgrammeEvent = (typeof programmeLifecycle.rows)[number]['event'];

/** The order in which an edition without a second spread review runs through its states. */
const COURSE: readonly ProgrammeEvent[] = [
  'prepare',
  'announce',
  'openApplications',
  'closeApplications',
  'startScreening',
  'startVerification',
  'startDrawing',
  'completeDraw',
  'startMaterialReview',
  'startDefence',
  'closeDefence',
  'lock',
  'concludeDeliberation',
  'startPublicity',
  'startObjectionHandling',
  'concludeObjections',
  'approve',
  'publish',
  'confer',
  'archive',
];

/** Journal entries of a programme from its preparation to `last`, each by a person who may act. */
export function recordCourse(
  city: City,
  cast: Cast,
  programme: DemoProgramme,
  last: ProgrammeEvent,
): void {
  const actors: Readonly<Record<string, string | null>> = {
    CityRegistrar: cast.registrar,
    Approver: cast.approver,
    Publisher: cast.publishers[0],
    Tabulator: cast.tabulators[1],
    Chair: cast.judges[0]!.accountId,
    System: null,
  };
  for (const event of COURSE.slice(0, COURSE.indexOf(last) + 1)) {
    const row = programmeLifecycle.rows.find((one) => one.event === event)!;
    const actorRole = row.actors.find((role) => role in actors) ?? 'CityRegistrar';
    city.journal.record({
      at: at(enteredOn(programme.phases, row.to), 2),
      actorId: actors[actorRole] ?? null,
      actorRole,
      event: `programme.${event}`,
      subjectType: 'programme',
      subjectId: programme.id,
      programmeId: programme.id,
      details: {
        to: row.to,
        rule: row.rule,
        ...(event === 'announce' ? { ruleVersion: 1, rules: programme.ruleHash } : {}),
      },
    });
  }
}

/** The day on which a state begins; before the call it is counted back, after the award forward. */
function enteredOn(phases: readonly CalendarPhase[], state: ProgrammeState): string {
  const opening = phaseOf(phases, 'Open').from;
  const conferred = phaseOf(phases, 'Conferred');
  const outside: Partial<Record<ProgrammeState, string>> = {
    Preparing: at(opening, -12 * 24 * 60).slice(0, 10),
    Announced: at(opening, -3 * 24 * 60).slice(0, 10),
    InForce: conferred.to,
    Archived: `${Number(conferred.to.slice(0, 4)) + 3}-12-30`,
  };
  return outside[state] ?? phases.find(({ phase }) => phase === state)!.from;
}
