import { Account, type AccountKind } from '../../src/accounts/account.entity.js';
import { Duty } from '../../src/accounts/duty.entity.js';
import type { Role } from '../../src/rules/lifecycle/roles.js';
import { Expert } from '../../src/judging/experts/expert.entity.js';
import type { City } from './city.js';
import { at } from './city.js';
import type { Dice } from './dice.js';
import { DIVISIONS } from './geography.js';
import { personName } from './words.js';

/** The day the demo office took up its work. */
export const OFFICE_SINCE = '2013-05-06';

export interface DemoJudge {
  readonly accountId: string;
  readonly expertId: string;
  readonly name: string;
}

/** Account ids by part in the play. */
export interface Cast {
  readonly registrar: string;
  readonly tabulators: readonly [string, string];
  readonly screener: string;
  readonly verifiers: readonly [string, string];
  readonly approver: string;
  readonly publishers: readonly [string, string];
  readonly supervisor: string;
  readonly systemAdmin: string;
  readonly auditAdmin: string;
  /** Division code → its two people. */
  readonly divisions: Readonly<Record<string, { reviewer: string; approver: string }>>;
  /** Seats 1 to 9 in order; the first is the chair. */
  readonly judges: readonly DemoJudge[];
  readonly alternates: readonly DemoJudge[];
}

interface NewPerson {
  readonly kind: AccountKind;
  readonly name: string;
  readonly duties: readonly { role: Role; divisionCode?: string; merchantId?: string }[];
  readonly since: string;
  /** Two digits that order the sign-in list; without them the account is not on it. */
  readonly prefix?: string;
}

const JUDGE_COUNT = 9;
const ALTERNATE_COUNT = 3;

/** The people of the offices and the panel, in the order in which the sign-in page lists them. */
export function makeCast(city: City): Cast {
  const dice = city.dice.fork('people');
  const sequence = { next: 1 };
  const hire = (kind: AccountKind, duties: NewPerson['duties']) => {
    const name = personName(dice);
    const prefix = String(sequence.next++).padStart(2, '0');
    return {
      accountId: addPerson(city, dice, { kind, name, duties, since: OFFICE_SINCE, prefix }),
      name,
    };
  };
  const office = (role: Role) => hire('office', [{ role }]).accountId;
  const divisionPerson = (role: Role, divisionCode: string) =>
    hire('office', [{ role, divisionCode }]).accountId;
  const judge = (number: number) => {
    const roles: Role[] = number === 0 ? ['Chair', 'Judge'] : ['Judge'];
    const person = hire(
      'judge',
      roles.map((role) => ({ role })),
    );
    return { ...person, expertId: addExpert(city, dice, person, number) };
  };
  return {
    registrar: office('CityRegistrar'),
    screener: office('Screener'),
    verifiers: [office('Verifier'), office('Verifier')],
    tabulators: [office('Tabulator'), office('Tabulator')],
    approver: office('Approver'),
    publishers: [office('Publisher'), office('Publisher')],
    supervisor: office('Supervisor'),
    systemAdmin: office('SystemAdmin'),
    auditAdmin: office('AuditAdmin'),
    divisions: Object.fromEntries(
      DIVISIONS.map(({ code }) => [
        code,
        {
          reviewer: divisionPerson('DivisionReviewer', code),
          approver: divisionPerson('DivisionApprover', code),
        },
      ]),
    ),
    judges: Array.from({ length: JUDGE_COUNT }, (_, i) => judge(i)),
    alternates: Array.from({ length: ALTERNATE_COUNT }, (_, i) => judge(JUDGE_COUNT + i)),
  };
}

/** Adds an account with its duties; all demo people share one documented password. */
export function addPerson(city: City, dice: Dice, person: NewPerson): string {
  const id = dice.id(person.prefix);
  // Numbers count up from one block, so that no two accounts meet.
  const mobile = `199${String(city.rows.of(Account).length + 1).padStart(8, '0')}`;
  const since = at(person.since);
  city.rows.add(Account, {
    id,
    kind: person.kind,
    mobileLookup: city.lookup(mobile),
    mobileSealed: city.seal(mobile, dice),
    personName: person.name,
    passwordHash: city.passwordHash,
    email: null,
    mustChangePassword: false,
    privacyNoticeHash: null,
    consentVersion: '1',
    demo: person.prefix !== undefined,
    createdAt: since,
  });
  person.duties.forEach(({ role, divisionCode = null, merchantId = null }) => {
    city.rows.add(Duty, {
      id: dice.id(),
      accountId: id,
      role,
      divisionCode,
      merchantId,
      grantedAt: since,
    });
    city.journal.record({
      at: since,
      actorId: null,
      actorRole: 'System',
      event: 'duty.grant',
      subjectType: 'account',
      subjectId: id,
      details: { role, divisionCode },
    });
  });
  return id;
}

const EXPERTISE = [
  ['电子商务', '衢州市电子商务协会', 'association', ['digital', 'clothing']],
  ['企业管理', '衢州市企业联合会', 'association', ['household', 'industrial']],
  ['财务审计', '衢州市注册会计师行业协会', 'association', []],
  ['农业技术', '市农业技术推广中心', 'government', ['farmGoods', 'food']],
  ['市场营销', '市职业技术学院商贸系', 'university', ['clothing', 'beauty']],
  ['青年创业', '市青年创业服务中心', 'government', ['culture', 'sports']],
  ['物流管理', '市物流行业协会', 'association', ['household']],
  ['质量检验', '市质量检验研究所', 'institute', ['food', 'household']],
  ['知识产权', '市知识产权服务中心', 'government', ['culture', 'clothing']],
  ['电子商务', '市信息化研究会', 'institute', ['digital']],
  ['农村经济', '市农村经济研究会', 'institute', ['farmGoods']],
  ['信息技术', '市软件行业协会', 'association', ['digital', 'services']],
] as const;

function addExpert(
  city: City,
  dice: Dice,
  { accountId, name }: { accountId: string; name: string },
  number: number,
): string {
  const [field, organisation, organisationType, topics] = EXPERTISE[number]!;
  const id = dice.id();
  city.rows.add(Expert, {
    id,
    accountId,
    name,
    field,
    organisation,
    organisationType,
    divisionCode: null,
    address: null,
    categories: ['G', 'Y', 'N'],
    topics: [...topics],
    active: true,
    addedAt: at(OFFICE_SINCE),
  });
  return id;
}
