import { NoticeDraft } from '../../src/awards/notices/notice-draft.entity.js';
import { VetoCheck } from '../../src/applications/veto-check.entity.js';
import { addWorkingDays } from '../../src/rules/calendar/working-day-calendar.js';
import { hashOf } from '../../src/rules/provenance/sha256-hex.js';
import type { DemoApplication } from './applications.js';
import { type City, at } from './city.js';
import type { Dice } from './dice.js';
import { addMessage } from './messages.js';
import { chineseDay } from './past-notices.js';
import type { Cast } from './people.js';
import { type DemoProgramme, HOST } from './programme-rows.js';

/** What waits on the desks of the office while the panel scores. */
export function addOpenWork(
  city: City,
  dice: Dice,
  cast: Cast,
  programme: DemoProgramme,
  judged: readonly DemoApplication[],
): void {
  const of = (category: string, i: number) => judged.filter((one) => one.category === category)[i]!;
  const desk = { city, dice, cast, programme };
  renewQuery(desk, of('Y', 2), FOUND, null);
  renewQuery(desk, of('G', 5), UNREACHABLE, null);
  renewQuery(desk, of('N', 9), CONFIRMED, cast.verifiers[1]);
  draftDefenceNotice(desk);
  addMessage(city, dice, cast.registrar, {
    kind: 'conflictDeclared',
    variables: { count: 1 },
    path: '/office/conflicts',
    at: dayBefore(city, 1, 300),
  });
}

interface Desk {
  readonly city: City;
  readonly dice: Dice;
  readonly cast: Cast;
  readonly programme: DemoProgramme;
}

interface Finding {
  readonly rule: string;
  readonly result: 'Hit' | 'Unavailable';
  readonly source: string;
  /** Working days before today on which the source was asked. */
  readonly daysAgo: number;
  readonly note: string;
}

const FOUND: Finding = {
  rule: 'V3',
  result: 'Hit',
  source: '企业信用信息公示系统',
  daysAgo: 1,
  note: '通过登记的住所无法联系，被列入经营异常名录。',
};
const UNREACHABLE: Finding = {
  rule: 'V1',
  result: 'Unavailable',
  source: '法院失信被执行人名单查询',
  daysAgo: 2,
  note: '查询网站维护，两次均未能打开，恢复后须重新查询。',
};
const CONFIRMED: Finding = {
  rule: 'V7',
  result: 'Hit',
  source: '税务部门公告',
  daysAgo: 3,
  note: '税务部门公告欠税，截至查询日尚未缴清。',
};

/** A credit query renewed during the review, with what it found. */
function renewQuery(
  { city, dice, cast, programme }: Desk,
  application: DemoApplication,
  { daysAgo, ...finding }: Finding,
  readerId: string | null,
): void {
  const asOf = addWorkingDays(city.calendar, city.today, -daysAgo);
  const checkedAt = at(asOf, 120);
  const readAt = readerId && at(asOf, 260);
  const isHit = finding.result === 'Hit';
  const { id } = city.rows.add(VetoCheck, {
    id: dice.id(),
    applicationId: application.id,
    checkPoint: 'K2',
    ...finding,
    asOf,
    decidedOn: isHit ? addWorkingDays(city.calendar, asOf, -4) : null,
    checkerId: cast.screener,
    checkedAt,
    secondReaderId: readerId,
    secondReadAt: readAt,
  });
  const { rule, result } = finding;
  const entry = {
    actorRole: 'Screener',
    subjectType: 'application',
    subjectId: application.id,
    programmeId: programme.id,
  };
  city.journal.record({
    ...entry,
    at: checkedAt,
    actorId: cast.screener,
    event: 'application.recordVetoChecks',
    details: { checkPoint: 'K2', checks: [{ id, rule, asOf, result }] },
  });
  for (const accountId of cast.verifiers) {
    addMessage(city, dice, accountId, {
      kind: 'vetoToConfirm',
      variables: { merchant: application.merchant.name, count: 1 },
      path: `/office/screening/${application.id}`,
      at: checkedAt,
      read: readerId !== null,
    });
  }
  if (!readerId || !readAt) return;
  city.journal.record({
    ...entry,
    at: readAt,
    actorId: readerId,
    actorRole: 'Verifier',
    event: 'application.confirmVetoCheck',
    details: { checkId: id, rule, result, checkPoint: 'K2' },
  });
  addMessage(city, dice, cast.approver, {
    kind: 'vetoConfirmed',
    variables: { merchant: application.merchant.name, rule },
    path: `/office/lists/${programme.id}`,
    at: readAt,
  });
}

/** The defence is announced at least three working days before; the registrar wrote the notice. */
function draftDefenceNotice({ city, dice, cast, programme }: Desk): void {
  const { from, to, workingDays } = programme.phase('Defence');
  const name = `${programme.year}年衢州市示范网商评选`;
  const printed = {
    kind: 'defence' as const,
    title: `关于${name}现场答辩安排的通知`,
    body: [
      `${name}材料评审即将完成，现将现场答辩安排通知如下。`,
      '# 一、时间',
      `${chineseDay(from)}至${chineseDay(to)}，共${workingDays}个工作日。答辩顺序表另行送达。`,
      '# 二、地点',
      `衢州市市民服务中心（演示地址）。联系单位：${HOST}，电话：0570-0000000。`,
      '# 三、参加单位',
      ...programme.rules.categories.map((one) => `${one.name.zh}类别进入材料评审的申报单位；`),
      '请主要负责人凭有效身份证件到场，答辩内容限于已经提交的申报材料。',
    ].join('\n'),
    documentNumber: null,
    firstDay: null,
    lastDay: null,
    workingDays: null,
    facts: { issuer: HOST, addressee: '各有关申报单位：', signatory: HOST },
  };
  const hash = hashOf({ ...printed, list: null });
  const preparedAt = dayBefore(city, 1, 200);
  const { id } = city.rows.add(NoticeDraft, {
    ...printed,
    id: dice.id(),
    programmeId: programme.id,
    listId: null,
    correctsId: null,
    hash,
    preparedBy: cast.registrar,
    preparedAt,
  });
  city.journal.record({
    at: preparedAt,
    actorId: cast.registrar,
    actorRole: 'CityRegistrar',
    event: 'notice.prepare',
    subjectType: 'noticeDraft',
    subjectId: id,
    programmeId: programme.id,
    details: { kind: printed.kind, hash, list: null, number: null },
  });
  for (const accountId of cast.publishers) {
    addMessage(city, dice, accountId, {
      kind: 'noticePrepared',
      variables: { title: printed.title },
      path: `/office/notices/${id}`,
      at: preparedAt,
    });
  }
}

function dayBefore(city: City, workingDays: number, minutes: number): string {
  return at(addWorkingDays(city.calendar, city.today, -workingDays), minutes);
}
