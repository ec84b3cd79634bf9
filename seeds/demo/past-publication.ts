import type { AwardList } from '../../src/awards/lists/award-list.entity.js';
import { Title } from '../../src/awards/titles/title.entity.js';
import { addDays, addYears } from '../../src/rules/calendar/beijing-time.js';
import { addWorkingDays } from '../../src/rules/calendar/working-day-calendar.js';
import { formatCertificateNumber } from '../../src/rules/identifiers/certificate-number.js';
import { verifyCodeFrom } from '../../src/rules/identifiers/verify-code.js';
import { type DemoApplication, recordSteps } from './applications.js';
import { type City, at } from './city.js';
import type { Dice } from './dice.js';
import { TITLED_MERCHANT } from './merchant.js';
import { addVetoChecks } from './office-work.js';
import type { ListSetting, Place } from './past-lists.js';
import { addCallNotice, addNotice, chineseDay } from './past-notices.js';
import type { Cast } from './people.js';
import type { DemoProgramme } from './programme-rows.js';

type Version = Omit<ListSetting, 'kind' | 'places' | 'changes'>;

export interface Publication {
  readonly winners: readonly Place[];
  readonly places: readonly Place[];
  readonly removed: DemoApplication;
  readonly addVersion: (version: Version) => Partial<AwardList>;
}

const CALL_NUMBER = '衢商务〔2013〕41号';
const AWARD_NUMBER = '衢商务〔2013〕76号';
const CORRECTION_NUMBER = '衢商务〔2013〕79号';
/** The day on which one title was withdrawn. */
const REVOKED_ON = '2015-04-14';
const MINUTES = '2013年市电子商务产业发展推进工作小组专题会议审定，会议纪要存档。';

/** 公布, its correction as a second version, the titles and what became of them since. */
export function publishAward(
  city: City,
  dice: Dice,
  cast: Cast,
  programme: DemoProgramme,
  publication: Publication,
): void {
  const { winners, addVersion } = publication;
  const { from: publishedOn } = programme.phase('Published');
  const corrected = addWorkingDays(city.calendar, publishedOn, 6);
  const misprinted = winners.find(({ application }) => application.category === 'N')!.application;
  addCallNotice(city, dice, cast, programme, CALL_NUMBER);
  const first = addVersion({
    number: 1,
    state: 'Superseded',
    on: publishedOn,
    publishedOn,
    documentNumber: AWARD_NUMBER,
    minutes: MINUTES,
    misprints: { [misprinted.receiptNumber]: winners[0]!.application.merchant.brand },
  });
  const noticeId = addNotice(city, dice, cast, programme, {
    kind: 'publication',
    title: '关于公布2013年衢州市示范网商名单的通知',
    postedOn: publishedOn,
    documentNumber: AWARD_NUMBER,
    listId: first.id!,
    paragraphs: [
      `经申报、推荐、审查、核验、评审、公示并审定，现公布2013年衢州市示范网商名单，共${winners.length}家，称号自公布之日起有效三年。`,
      '# 一、称号的使用',
      '使用称号应当标明年度，用于企业形象展示，不得用于商品广告；称号到期或者被撤销后停止使用。',
      '# 二、年度复核',
      '获得称号的网商应当每年填报上一年度经营情况，名称、经营场所发生变化的及时报告。',
    ],
  });
  const correctionReason = `《关于公布2013年衢州市示范网商名单的通知》中“${misprinted.merchant.name}”一行的主要品牌排印有误，现予更正，名单其他内容不变。`;
  const second = addVersion({
    number: 2,
    state: 'Published',
    on: corrected,
    publishedOn: corrected,
    documentNumber: CORRECTION_NUMBER,
    minutes: MINUTES,
    correctionReason,
  });
  addNotice(city, dice, cast, programme, {
    kind: 'correction',
    title: '关于2013年衢州市示范网商名单的更正公告',
    postedOn: corrected,
    documentNumber: CORRECTION_NUMBER,
    listId: second.id!,
    correctsId: noticeId,
    paragraphs: [
      correctionReason,
      `正确内容应为“${misprinted.merchant.brand}”。更正后的名单为第2版，原版本继续保留备查。`,
    ],
  });
  settleApplications(city, dice, cast, programme, publication);
  addTitles(city, dice, cast, programme, winners, publishedOn);
}

/** Final states with the steps that led there; vetoes were looked up again before each. */
function settleApplications(
  city: City,
  dice: Dice,
  cast: Cast,
  programme: DemoProgramme,
  { places, removed }: Publication,
): void {
  const day = (name: Parameters<DemoProgramme['phase']>[0]) => programme.phase(name);
  const locked = at(day('ScoresLocked').from, 300);
  const deliberated = at(day('Deliberation').to, 200);
  const posted = at(day('Publicity').from, 31);
  const approved = at(day('Approved').to, 60);
  const conferred = at(day('Conferred').to, 60);
  const lock = { event: 'lockScores', at: locked, actorId: cast.tabulators[1], role: 'Tabulator' };
  const byRegistrar = (event: string, when: string) => ({
    event,
    at: when,
    actorId: cast.registrar,
    role: 'CityRegistrar',
  });
  for (const { application, proposed } of places) {
    const listed = [
      lock,
      byRegistrar('propose', deliberated),
      { event: 'enterPublicity', at: posted, actorId: cast.publishers[0], role: 'Publisher' },
    ];
    const selected = [
      { event: 'select', at: approved, actorId: cast.approver, role: 'Approver' },
      byRegistrar('confer', conferred),
    ];
    const courses = {
      NotProposed: [lock, byRegistrar('leaveOut', deliberated)],
      Cancelled: listed,
      Selected: [...listed, ...selected],
    };
    const state = !proposed ? 'NotProposed' : application === removed ? 'Cancelled' : 'Selected';
    const course = courses[state];
    application.row.state = state;
    application.row.stateSince =
      state === 'Cancelled' ? at(day('ObjectionHandling').to, 62) : course.at(-1)!.at;
    recordSteps(city, cast, programme, application, course, false);
    if (proposed) addVetoChecks(city, dice, cast, application, 'K2', at(day('Proposed').to, 30));
    if (state === 'Selected') {
      addVetoChecks(city, dice, cast, application, 'K3', at(day('Conferred').from, 30));
    }
  }
}

function addTitles(
  city: City,
  dice: Dice,
  cast: Cast,
  programme: DemoProgramme,
  winners: readonly Place[],
  publishedOn: string,
): void {
  const validTo = addDays(addYears(publishedOn, 3), -1);
  const conferredAt = at(programme.phase('Conferred').to, 60);
  const expired = city.today > validTo;
  const revoked = winners.findLast(
    ({ application }) => application.merchant.index !== TITLED_MERCHANT,
  );
  const serials = new Map<string, number>();
  for (const place of winners) {
    const { application } = place;
    const { merchant, category } = application;
    const serial = (serials.get(category) ?? 0) + 1;
    serials.set(category, serial);
    const isRevoked = place === revoked && city.today > REVOKED_ON;
    const certificateNumber = formatCertificateNumber({ year: 2013, category, serial });
    const titleId = dice.id();
    city.rows.add(Title, {
      id: titleId,
      programmeId: programme.id,
      year: 2013,
      categoryCode: category,
      merchantId: merchant.id,
      applicationId: application.id,
      merchantName: merchant.name,
      searchName: merchant.name.normalize('NFKC').toLowerCase(),
      divisionCode: merchant.division.code,
      certificateNumber,
      verifyCode: verifyCodeFrom(dice.bytes(32)),
      state: isRevoked ? 'Revoked' : expired ? 'Expired' : 'Active',
      stateSince: isRevoked ? REVOKED_ON : expired ? validTo : conferredAt.slice(0, 10),
      stateReason: isRevoked ? 'awards.revocation.ground.V2' : null,
      validFrom: publishedOn,
      validTo,
      conferredBy: cast.registrar,
      conferredAt,
    });
    const record = (event: string, when: string, actorId: string | null, actorRole: string) =>
      city.journal.record({
        at: when,
        actorId,
        actorRole,
        event: `title.${event}`,
        subjectType: 'title',
        subjectId: titleId,
        programmeId: programme.id,
        details: { certificateNumber },
      });
    record('confer', conferredAt, cast.registrar, 'CityRegistrar');
    if (isRevoked) {
      record('revoke', at(REVOKED_ON), cast.approver, 'Approver');
      addRevocation(city, dice, cast, programme, merchant.name, certificateNumber, titleId);
    } else if (expired) record('expire', at(addDays(validTo, 1), -540), null, 'System');
  }
}

const REVOCATION_BASIS = '经查，该商户被列入严重违法失信名单，依照评选实施方案的规定撤销称号。';

function addRevocation(
  city: City,
  dice: Dice,
  cast: Cast,
  programme: DemoProgramme,
  merchant: string,
  certificate: string,
  titleId: string,
): void {
  addNotice(city, dice, cast, programme, {
    kind: 'revocation',
    title: '关于撤销一家单位2013年衢州市示范网商称号的公告',
    postedOn: REVOKED_ON,
    documentNumber: '衢商务〔2015〕17号',
    facts: { titleId },
    paragraphs: [
      `现撤销${merchant}的2013年衢州市示范网商称号（证书编号${certificate}）。`,
      REVOCATION_BASIS,
      `撤销自${chineseDay(REVOKED_ON)}起生效，证书和牌匾停止使用并予以收回。`,
    ],
  });
}
