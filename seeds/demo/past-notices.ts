import { Notice } from '../../src/awards/notices/notice.entity.js';
import { addWorkingDays } from '../../src/rules/calendar/working-day-calendar.js';
import { hashOf } from '../../src/rules/provenance/sha256-hex.js';
import { type City, at } from './city.js';
import type { Dice } from './dice.js';
import type { Cast } from './people.js';
import { type DemoProgramme, HOST } from './programme-rows.js';

export interface NewNotice {
  readonly kind: Notice['kind'];
  readonly title: string;
  /** Paragraphs; one that begins with # is a heading. */
  readonly paragraphs: readonly string[];
  readonly postedOn: string;
  readonly listId?: string;
  readonly correctsId?: string;
  readonly documentNumber?: string;
  readonly firstDay?: string;
  readonly lastDay?: string;
  readonly workingDays?: number;
  readonly facts?: Record<string, string>;
}

/** A posted notice with its journal entry; two publishers stand behind it. */
export function addNotice(
  city: City,
  dice: Dice,
  cast: Cast,
  programme: DemoProgramme,
  { paragraphs, facts = {}, ...notice }: NewNotice,
): string {
  const id = dice.id();
  const body = paragraphs.join('\n');
  const hash = hashOf({ title: notice.title, body });
  city.rows.add(Notice, {
    id,
    programmeId: programme.id,
    ...notice,
    body,
    facts: { issuer: HOST, addressee: '各县（市、区）人民政府，市级各有关单位：', ...facts, hash },
    postedBy: cast.publishers[0],
    confirmedBy: notice.kind === 'call' || notice.kind === 'publicity' ? null : cast.publishers[1],
    postedAt: at(notice.postedOn, 30),
  });
  city.journal.record({
    at: at(notice.postedOn, 30),
    actorId: cast.publishers[1],
    actorRole: 'Publisher',
    event: 'notice.post',
    subjectType: 'notice',
    subjectId: id,
    programmeId: programme.id,
    details: { kind: notice.kind, hash, number: notice.documentNumber ?? null },
  });
  return id;
}

export function addCallNotice(
  city: City,
  dice: Dice,
  cast: Cast,
  programme: DemoProgramme,
  documentNumber: string,
): void {
  const { from, to } = programme.phase('Open');
  const { year, rules } = programme;
  const categories = rules.categories.map(
    ({ name, quota, eligibility }) =>
      `${name.zh}：名额${quota}个，上一年网络零售净额不低于${eligibility.salesFloor / 100}万元，经营满一年。`,
  );
  addNotice(city, dice, cast, programme, {
    kind: 'call',
    title: `关于开展${year}年衢州市示范网商评选的通知`,
    postedOn: from,
    documentNumber,
    paragraphs: [
      `为树立网商标杆，带动初创者发展，根据年度工作安排，现开展${year}年衢州市示范网商评选。`,
      '# 一、类别、名额和条件',
      ...categories,
      '# 二、评选办法',
      '按照申报、县（市、区）推荐、资格审查、指标核验、专家评审、现场答辩、综合计分、公示、公布的程序进行。评分标准、分档和计分办法随本通知公开，评审开始后不再变动。',
      '# 三、时间安排',
      `申报自${chineseDay(from)}起，至${chineseDay(to)}24时（北京时间）止，逾期不予受理。`,
      '# 四、其他事项',
      '本次评选不向申报单位收取任何费用。申报单位应当对材料的真实性负责。',
    ],
  });
}

export function addPublicityNotice(
  city: City,
  dice: Dice,
  cast: Cast,
  programme: DemoProgramme,
  listId: string,
  listed: number,
): string {
  const { from, to, workingDays } = programme.phase('Publicity');
  const firstDay = addWorkingDays(city.calendar, from, 1);
  return addNotice(city, dice, cast, programme, {
    kind: 'publicity',
    title: `${programme.year}年衢州市示范网商拟入选名单公示`,
    postedOn: from,
    listId,
    firstDay,
    lastDay: to,
    workingDays,
    paragraphs: [
      `经申报推荐、资格审查、指标核验、专家评审和评审委员会审议，拟定${programme.year}年衢州市示范网商入选名单，共${listed}家，现予公示。`,
      '# 一、公示时间',
      `公示期为${workingDays}个工作日，自${chineseDay(firstDay)}起，至${chineseDay(to)}止，发布当日不计入。`,
      '# 二、异议方式',
      '对名单有异议的，请在公示期内以书面形式提出，写明事实和依据。单位提出的应当加盖公章，个人提出的应当署真实姓名和联系电话；邮寄的以邮戳日期为准。',
      '# 三、受理单位',
      `${HOST}和市纪检监察派驻机构。对异议人的身份依法保密。`,
    ],
  });
}

/** 2013年6月21日. */
export function chineseDay(day: string): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${year}年${month}月${date}日`;
}
