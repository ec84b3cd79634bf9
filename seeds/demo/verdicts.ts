import { Figure, type Verdict } from '../../src/applications/figure.entity.js';
import type { City } from './city.js';
import type { Claim } from './claims.js';
import type { Dice } from './dice.js';

export interface Reading {
  readonly verifierId: string;
  readonly verifiedAt: string;
  readonly secondReaderId: string | null;
  readonly secondReadAt: string | null;
}

const REDUCIBLE = [
  'brandSalesSharePct',
  'insuredAverage',
  'farmHouseholds',
  'localPurchaseWan',
  'taxPaidWan',
  'parcels',
];
const REFUSABLE = /^(tick\.(G9|Y12|N2|N3)|certification\.2$|training$|furtherRights$)/;

/** Claims with the verifiers' verdicts; the claim is kept beside the value that counts. */
export function addFigures(
  city: City,
  dice: Dice,
  applicationId: string,
  claims: readonly Claim[],
  reading: Reading | null,
): Partial<Figure>[] {
  return claims.map(({ key, value }) => {
    const decided = reading ? decide(dice, key, value) : UNDECIDED;
    return city.rows.add(Figure, {
      id: dice.id(),
      applicationId,
      key,
      claimed: value,
      ...decided,
      ...reading,
    });
  });
}

const UNDECIDED = { verified: null, verdict: null, reason: null };

function decide(
  dice: Dice,
  key: string,
  value: string,
): { verified: string | null; verdict: Verdict; reason: string | null } {
  if (REDUCIBLE.includes(key) && Number(value) > 20 && dice.chance(0.12)) {
    const verified = String(Math.floor(Number(value) * dice.real(0.82, 0.98)));
    return { verified, verdict: 'Reduced', reason: dice.pick(REDUCED) };
  }
  if (REFUSABLE.test(key) && value !== '0' && dice.chance(0.06)) {
    return { verified: null, verdict: 'Rejected', reason: dice.pick(REJECTED) };
  }
  return { verified: value, verdict: 'Accepted', reason: null };
}

const REDUCED = [
  '后台导出明细合计低于申报数，按明细合计核定。',
  '佐证材料只覆盖全年中的一部分，按可以核实的部分核定。',
  '与部门比对数据不一致，按部门数据核定。',
];
const REJECTED = [
  '未提供可以核对的佐证材料，不予采信。',
  '所附证书在申报截止日前已经失效，不予采信。',
  '截图未显示店铺名称和时间，无法与申报内容对应，不予采信。',
];
