import { Recommendation } from '../../src/applications/recommendation.entity.js';
import { Screening } from '../../src/applications/screening.entity.js';
import { VetoCheck } from '../../src/applications/veto-check.entity.js';
import type { DemoApplication } from './applications.js';
import { type City, at } from './city.js';
import type { Dice } from './dice.js';
import type { Cast } from './people.js';
import type { DemoProgramme } from './programme-rows.js';
import type { CheckPoint } from '../../src/rules/lifecycle/check-point.js';

const OPINIONS = [
  '该商户经营规范，网上销售稳定增长，带动当地就业和农产品销售成效较好，申报材料与实际情况相符，同意推荐。',
  '经实地走访和材料核对，该商户信誉良好，售后服务及时，在本地有一定示范作用，同意推荐参加全市评选。',
  '该商户依法经营，近三年无不良信用记录，自有品牌培育有特色，带动初创者有名单可查，同意推荐。',
];
const DECLINED =
  '该商户申报的销售数据与实际情况出入较大，补充说明后仍不能核实，本届不予推荐，建议完善台账后下届再申报。';

/** The division's opinion; ranks run from 1 within division and category. */
export function addRecommendation(
  city: City,
  dice: Dice,
  cast: Cast,
  programme: DemoProgramme,
  application: DemoApplication,
  rank: number | null,
  sealScanId: string | null = null,
): string {
  const { code } = application.merchant.division;
  const { reviewer, approver } = cast.divisions[code]!;
  const { from, to } = programme.phase('DivisionReview');
  const approvedAt = at(to, dice.whole(0, 420));
  city.rows.add(Recommendation, {
    id: dice.id(),
    applicationId: application.id,
    divisionCode: code,
    categoryId: programme.categoryIds[application.category],
    conclusion: rank === null ? 'decline' : 'recommend',
    rank,
    opinion: rank === null ? DECLINED : dice.pick(OPINIONS),
    reviewerId: reviewer,
    reviewedAt: at(from, 24 * 60 + dice.whole(0, 420)),
    sealScanId,
    approverId: approver,
    approvedAt,
  });
  return approvedAt;
}

/** Ranks from 1 in the order given, within each division and category. */
export function divisionRanks(
  applications: readonly DemoApplication[],
): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  return new Map(
    applications.map(({ id, category, merchant }) => {
      const key = `${category}.${merchant.division.code}`;
      counts.set(key, (counts.get(key) ?? 0) + 1);
      return [id, counts.get(key)!];
    }),
  );
}

export interface ScreeningResult {
  readonly result: 'in' | 'out';
  readonly reason?: string;
  readonly basis?: string;
  readonly remedy?: string;
}

export function addScreening(
  city: City,
  dice: Dice,
  cast: Cast,
  programme: DemoProgramme,
  application: DemoApplication,
  result: ScreeningResult,
  hit?: VetoFinding,
): string {
  const screenedAt = at(programme.phase('Screening').to, dice.whole(0, 420));
  city.rows.add(Screening, {
    id: dice.id(),
    applicationId: application.id,
    ...result,
    screenerId: cast.screener,
    screenedAt,
  });
  addVetoChecks(city, dice, cast, application, 'K1', screenedAt, hit);
  return screenedAt;
}

export interface VetoFinding {
  readonly rule: number;
  readonly decidedOn: string;
  readonly note: string;
}

const RULES: Readonly<Record<CheckPoint, readonly number[]>> = {
  K1: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13],
  K2: [1, 2, 3, 4, 5, 6, 7, 8, 11, 12, 13],
  K3: [1, 2, 3, 4, 5, 6, 7, 8, 11, 12, 13, 14],
  K4: [1, 2, 3, 4, 5, 6, 7, 8, 11, 12, 13],
};
const SOURCES: Readonly<Record<number, string>> = {
  1: '法院失信被执行人名单查询',
  2: '企业信用信息公示系统',
  3: '企业信用信息公示系统',
  7: '税务部门公告',
  8: '人力社保部门公告',
  14: '本届异议登记',
};

/** Every veto rule of a check point, clear, with its source and day; a hit names its own rule. */
export function addVetoChecks(
  city: City,
  dice: Dice,
  cast: Cast,
  application: DemoApplication,
  checkPoint: CheckPoint,
  checkedAt: string,
  hit?: VetoFinding,
): void {
  for (const rule of RULES[checkPoint]) {
    const isHit = rule === hit?.rule;
    city.rows.add(VetoCheck, {
      id: dice.id(),
      applicationId: application.id,
      checkPoint,
      rule: `V${rule}`,
      source: SOURCES[rule] ?? '部门联合查询',
      asOf: checkedAt.slice(0, 10),
      result: isHit ? 'Hit' : 'Clear',
      decidedOn: isHit ? hit.decidedOn : null,
      note: isHit ? hit.note : null,
      checkerId: cast.screener,
      checkedAt,
      secondReaderId: isHit || checkPoint !== 'K1' ? cast.verifiers[1] : null,
      secondReadAt: isHit || checkPoint !== 'K1' ? checkedAt : null,
    });
  }
}
