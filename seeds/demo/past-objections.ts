import { Hold } from '../../src/awards/objections/hold.entity.js';
import { Objection } from '../../src/awards/objections/objection.entity.js';
import { addWorkingDays, noticeEnd } from '../../src/rules/calendar/working-day-calendar.js';
import { verifyCodeFrom } from '../../src/rules/identifiers/verify-code.js';
import { sha256Hex } from '../../src/rules/provenance/sha256-hex.js';
import type { DemoApplication } from './applications.js';
import { type City, at } from './city.js';
import type { Dice } from './dice.js';
import { TITLED_MERCHANT } from './merchant.js';
import type { Place } from './past-lists.js';
import { addPublicityNotice } from './past-notices.js';
import type { Cast } from './people.js';
import type { DemoProgramme } from './programme-rows.js';

/**
 * 公示 and its two objections: one upheld, which costs the last of Y its place and promotes nobody,
 * and one not upheld. Returns the application that was cancelled.
 */
export function handleObjections(
  city: City,
  dice: Dice,
  cast: Cast,
  programme: DemoProgramme,
  listed: readonly Place[],
  listId: string,
): DemoApplication {
  const noticeId = addPublicityNotice(city, dice, cast, programme, listId, listed.length);
  const of = (category: string) =>
    listed
      .filter(({ application }) => application.category === category)
      .toSorted((a, b) => a.standing - b.standing)
      .map(({ application }) => application);
  const removed = of('Y').at(-1)!;
  const cleared = of('G').find(({ merchant }) => merchant.index !== TITLED_MERCHANT)!;
  file(city, dice, cast, programme, noticeId, removed, UPHELD);
  file(city, dice, cast, programme, noticeId, cleared, NOT_UPHELD);
  return removed;
}

interface Case {
  readonly finding: 'uphold' | 'reject';
  readonly consequence: 'cancelOnObjection' | 'endHold';
  readonly identityKind: 'unit' | 'person';
  readonly name: string;
  readonly day: number;
  readonly substance: string;
  readonly answer: string;
  readonly reason: string;
  readonly reply: string;
}

const UPHELD: Case = {
  finding: 'uphold',
  consequence: 'cancelOnObjection',
  identityKind: 'person',
  name: '反映人甲',
  day: 2,
  substance:
    '反映该商户申报的带动青年创业名单中，有三名人员从未参加过其培训，店铺也不是由其帮扶开设。',
  answer: '名单由原经办人填写，我单位未逐一核对，愿意接受调查。',
  reason: '经走访名单所列人员并核对开店时间，三名人员与该商户无帮扶关系，申报材料不实，异议成立。',
  reply: '您反映的问题经核查属实，已取消该商户本届入选资格，空缺名额不递补。感谢监督。',
};

const NOT_UPHELD: Case = {
  finding: 'reject',
  consequence: 'endHold',
  identityKind: 'unit',
  name: '反映单位乙',
  day: 3,
  substance: '反映该商户二〇一二年网络零售额包含线下批发业务，与其网店销售情况不符。',
  answer: '我单位线下批发另册记账，未计入申报数，后台明细和发货记录可供查验。',
  reason: '经调取平台后台全年明细并抽查订单，申报数不含线下批发，与核定值一致，异议不成立。',
  reply: '经核查，该商户申报的网络零售额与平台后台明细一致，所反映的问题不成立。感谢监督。',
};

function file(
  city: City,
  dice: Dice,
  cast: Cast,
  programme: DemoProgramme,
  noticeId: string,
  application: DemoApplication,
  one: Case,
): void {
  const { from } = programme.phase('Publicity');
  const received = addWorkingDays(city.calendar, from, one.day);
  const accepted = addWorkingDays(city.calendar, received, 1);
  const decided = programme.phase('ObjectionHandling').to;
  const objectionId = dice.id();
  const receiptNumber = `YY-2013-${verifyCodeFrom(dice.bytes(32))}`;
  city.rows.add(Objection, {
    id: objectionId,
    receiptNumber,
    followHash: sha256Hex(verifyCodeFrom(dice.bytes(32))),
    noticeId,
    applicationId: application.id,
    identityKind: one.identityKind,
    identitySealed: city.seal(JSON.stringify({ name: one.name, telephone: '05700000000' }), dice),
    substance: one.substance,
    state: 'Replied',
    receivedAt: at(received, 95),
    acceptBy: addWorkingDays(city.calendar, received, 2),
    decideBy: noticeEnd(city.calendar, accepted, 10),
    acceptedBy: cast.registrar,
    acceptedAt: at(accepted, 40),
    merchantAnswer: one.answer,
    decisionReason: one.reason,
    decidedBy: cast.approver,
    decidedAt: at(decided, 60),
    reply: one.reply,
    repliedAt: at(decided, 61),
  });
  city.rows.add(Hold, {
    id: dice.id(),
    applicationId: application.id,
    objectionId,
    since: at(accepted, 40),
    endedAt: at(decided, 60),
  });
  const steps = [
    ['objection.receive', null, 'Public', at(received, 95)],
    ['objection.accept', cast.registrar, 'CityRegistrar', at(accepted, 40)],
    [`objection.${one.finding}`, cast.approver, 'Approver', at(decided, 60)],
    ['objection.reply', cast.approver, 'Approver', at(decided, 61)],
  ] as const;
  for (const [event, actorId, actorRole, when] of steps) {
    city.journal.record({
      at: when,
      actorId,
      actorRole,
      event,
      subjectType: 'objection',
      subjectId: objectionId,
      programmeId: programme.id,
      details: { receiptNumber },
    });
  }
  const moves = [
    ['holdForObjection', cast.registrar, 'CityRegistrar', at(accepted, 41)],
    [one.consequence, cast.approver, 'Approver', at(decided, 62)],
  ] as const;
  for (const [event, actorId, actorRole, when] of moves) {
    city.journal.record({
      at: when,
      actorId,
      actorRole,
      event: `application.${event}`,
      subjectType: 'application',
      subjectId: application.id,
      programmeId: programme.id,
      details: { objection: objectionId },
    });
  }
}
