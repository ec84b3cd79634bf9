import { Account } from '../../src/accounts/account.entity.js';
import { Draw } from '../../src/judging/draws/draw.entity.js';
import { Expert } from '../../src/judging/experts/expert.entity.js';
import { commitmentOf } from '../../src/rules/draw/commitment.js';
import { drawPanel } from '../../src/rules/draw/draw-panel.js';
import type { DrawRecord, DrawTerms, FrozenList } from '../../src/rules/draw/draw-record.js';
import { freezeList } from '../../src/rules/draw/freeze-list.js';
import { type GroupNames, labelGroups } from '../../src/rules/draw/label-groups.js';
import { sha256Hex } from '../../src/rules/provenance/sha256-hex.js';
import { type City, at } from './city.js';
import type { CategoryLetter } from './merchant.js';
import type { Cast, DemoJudge } from './people.js';
import type { DemoProgramme } from './programme-rows.js';

export interface DrawnPanel {
  readonly drawId: string;
  readonly seatedAt: string;
  /** Seats 1 to 9, then alternates, as chance ordered them. */
  readonly judges: readonly DemoJudge[];
  readonly alternates: readonly DemoJudge[];
}

/** One meeting on the first day of the phase: what the witness wrote, and minutes after nine. */
const MEETING: Readonly<Record<CategoryLetter, { witness: string; begins: number }>> = {
  G: { witness: '烂柯山下一局棋，人间已是几千年', begins: 60 },
  Y: { witness: '三衢大地绿橘黄时，网上行销正青春', begins: 90 },
  N: { witness: '开化龙顶常山柚，一键送到千万家', begins: 120 },
};
const EXCLUDED = { index: 13, reason: '本人书面请假，评审期间在外地培训。' };
const ADMITTED =
  '电子商务 企业管理 财务审计 农业技术 市场营销 青年创业 物流管理 质量检验 知识产权 农村经济 信息技术';
const LEAST: Readonly<Record<string, number>> = { 电子商务: 2, 财务审计: 1 };

/** The panel of a category of 2013 as it was drawn, with its record for anybody to check. */
export function addDraw(
  city: City,
  cast: Cast,
  programme: DemoProgramme,
  category: CategoryLetter,
  applications: number,
): DrawnPanel {
  const dice = city.dice.fork(`draw-${category}`);
  const id = dice.id();
  const { witness, begins } = MEETING[category];
  const time = (minutes: number) => at(programme.phase('Drawing').from, begins + minutes);
  const times = { frozen: time(0), committed: time(5), witnessed: time(14), revealed: time(16) };
  const seed = Buffer.from(dice.bytes(32)).toString('hex');
  const commitment = commitmentOf(seed);
  const excluded = city.rows.of(Expert)[EXCLUDED.index]!.id!;
  const { list, groupNames } = freeze(city, excluded, applications);
  const present = [cast.registrar, cast.supervisor, cast.screener].map((person) =>
    nameOf(city, person),
  );
  const record = drawPanel(list, { times, present, commitment, witness, seed });
  const row = city.rows.add(Draw, {
    id,
    programmeId: programme.id,
    categoryId: programme.categoryIds[category],
    number: 1,
    state: 'Drawn' as const,
    terms: list.terms,
    exclusions: [{ expertId: excluded, reason: EXCLUDED.reason, code: null }],
    begunBy: cast.registrar,
    begunAt: time(-20),
    candidates: list.candidates,
    groupNames,
    listHash: list.hash,
    frozenBy: cast.registrar,
    frozenAt: times.frozen,
    commitment,
    committedBy: cast.registrar,
    committedAt: times.committed,
    witness,
    witnessedBy: cast.supervisor,
    witnessedAt: times.witnessed,
    revealedBy: cast.registrar,
    revealedAt: times.revealed,
    record,
    chainHead: null as string | null,
    officeSignedBy: cast.registrar,
    officeSignedAt: time(22),
    witnessSignedAt: time(24),
  });
  recordMeeting(city, cast, programme, row, record, (hash) => {
    row.chainHead = hash;
  });
  const judge = ({ expert }: { readonly expert: string }) => judgeOf(city, expert);
  return {
    drawId: id,
    seatedAt: times.revealed,
    judges: record.seats.map(judge),
    alternates: record.alternates.map(judge),
  };
}

function freeze(
  city: City,
  excluded: string,
  applications: number,
): { readonly list: FrozenList; readonly groupNames: GroupNames } {
  const terms: DrawTerms = {
    panelSize: 9,
    alternates: 5,
    fields: ADMITTED.split(' ').map((field) => ({ field, minimum: LEAST[field] ?? 0 })),
    perOrganisation: 1,
    perDivision: 2,
    applications,
    conflictShare: [1, 10],
  };
  const pool = city.rows.of(Expert).filter(({ id }) => id !== excluded);
  const experts = pool.map((expert) => ({
    id: expert.id!,
    field: expert.field!,
    division: expert.divisionCode ?? '',
    organisation: expert.organisation!,
    conflicts: 0,
    active: true,
    barred: false,
  }));
  const labelled = labelGroups(experts, terms);
  return { list: freezeList(labelled.experts, labelled.terms), groupNames: labelled.names };
}

interface Meeting {
  readonly id: string;
  readonly begunAt: string;
  readonly frozenAt: string;
  readonly committedAt: string;
  readonly witnessedAt: string;
  readonly revealedAt: string;
  readonly officeSignedAt: string;
  readonly witnessSignedAt: string;
}

function recordMeeting(
  city: City,
  { registrar, supervisor }: Cast,
  { id: programmeId }: DemoProgramme,
  draw: Meeting,
  record: DrawRecord,
  onHash: (hash: string) => void,
): void {
  const { listHash, commitment, seed, recordHash } = record;
  const office = { actorId: registrar, actorRole: 'CityRegistrar' };
  const witness = { actorId: supervisor, actorRole: 'Supervisor' };
  const subject = { subjectType: 'draw', subjectId: draw.id, programmeId };
  const counts = { seats: record.seats.length, alternates: record.alternates.length };
  const entries = [
    { at: draw.begunAt, ...office, event: 'draw.begin', details: { number: 1 } },
    { at: draw.frozenAt, ...office, event: 'draw.freeze', details: { listHash } },
    { at: draw.committedAt, ...office, event: 'draw.commit', details: { listHash, commitment } },
    {
      at: draw.witnessedAt,
      ...witness,
      event: 'draw.witness',
      details: { commitment, witness: sha256Hex(record.witness) },
    },
    {
      at: draw.revealedAt,
      ...office,
      event: 'draw.reveal',
      details: { listHash, commitment, seed, ...counts, recordHash },
      onHash,
    },
    { at: draw.officeSignedAt, ...office, event: 'draw.sign', details: { recordHash } },
    { at: draw.witnessSignedAt, ...witness, event: 'draw.sign', details: { recordHash } },
  ];
  for (const entry of entries) city.journal.record({ ...entry, ...subject });
}

function judgeOf(city: City, expertId: string): DemoJudge {
  const expert = city.rows.of(Expert).find(({ id }) => id === expertId)!;
  return { accountId: expert.accountId!, expertId, name: expert.name! };
}

function nameOf(city: City, accountId: string): string {
  return city.rows.of(Account).find(({ id }) => id === accountId)!.personName!;
}
