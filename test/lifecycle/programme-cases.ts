import { PRESET_NOW } from '../../seeds/reference/rule-sets/preset-now.js';
import type { ProgrammeGuard } from '../../src/rules/guards/guard-facts.js';
import type { ProgrammeEvent } from '../../src/rules/lifecycle/programme-lifecycle.js';

const needs = (what: string) => `此步骤暂不能办理：${what}。`;
const asks = (what: string, who: string) =>
  `${needs(what)}请由${who}在市级工作台“需要登记的事项”中登记后再办理。`;
const basis = needs('立项依据须经批准并在有效期内');
const unsigned = needs('评分表须全部签字');
const calibration = '有1项定标没有完成（定标材料不足的类别，或者没有做完的评委）。';
export const application = (state: string) => `UPDATE application SET state = '${state}'`;
export const objection = (state: string) => `UPDATE objection SET state = '${state}'`;
export const rules = (change: object) => `UPDATE rule_version SET rules = '${json(change)}'`;
const json = (change: object) => JSON.stringify({ ...PRESET_NOW, ...change }).replaceAll("'", "''");
const withoutMinimum = PRESET_NOW.categories.map((category) => ({
  ...category,
  minimumField: { ...category.minimumField, numerator: 0 },
}));
const closedReview = `UPDATE journal_entry SET event = 'programme.closeAnnualReview', at = '2026-08-01T02:00:00.000Z',
  programme_id = (SELECT id FROM programme) WHERE sequence = (SELECT MAX(sequence) FROM journal_entry)`;
const withAnchors = PRESET_NOW.categories.map((one) => ({ ...one, anchors: true }));
const anchorsAsked = rules({ categories: withAnchors });
const unapproved = 'UPDATE legal_basis SET approved_at = NULL';

/** Step, missing fact, what the reader is told, and the change that takes the fact away where it is there. */
const table: readonly (readonly [ProgrammeEvent, ProgrammeGuard, string, string?])[] = [
  ['announce', 'legalBasisApproved', basis, unapproved],
  [
    'announce',
    'rubricWeightsSumTo100',
    '评分规则有1处问题，请到规则页修改。',
    rules({ totalQuota: 1 }),
  ],
  ['announce', 'ruleVersionFrozen', needs('规则版本须已固定')],
  ['announce', 'calendarLoaded', needs('所涉年份的工作日历须已录入')],
  ['announce', 'applicationWindowLongEnough', needs('申报期限不得少于规定的工作日')],
  ['announce', 'divisionsStaffed', '有6个县（市、区）没有配齐两名工作人员。'],
  ['openApplications', 'applicationNoticePublished', needs('申报通知须已发布')],
  ['openApplications', 'applicationWindowLongEnough', needs('申报期限不得少于规定的工作日')],
  ['closeApplications', 'applicationDeadlinePassed', needs('申报截止时间须已届满')],
  [
    'startScreening',
    'divisionOpinionsSignedOrTakenOver',
    '有1件申报没有签署县级意见。',
    application('Submitted'),
  ],
  [
    'startVerification',
    'everyApplicationScreened',
    '有1件申报没有审查结果。',
    application('Recommended'),
  ],
  ['startVerification', 'vetoChecksDated', '有1件申报的否决核查不齐。', application('ScreenedIn')],
  [
    'startDrawing',
    'everyFigureHasVerdict',
    '有1件申报或者数据没有核验结论。',
    'UPDATE figure SET verdict = NULL',
  ],
  [
    'startDrawing',
    'secondReadingDone',
    '有1项数据没有复核。',
    'UPDATE figure SET second_reader_id = NULL',
  ],
  [
    'completeDraw',
    'panelAndAlternatesDrawn',
    '有1个类别的评审组不符合要求（单数且不少于5人，组长1名，同一单位最多1人）。',
  ],
  ['completeDraw', 'seedRevealed', needs('随机种子须已揭示')],
  ['completeDraw', 'drawRecordSigned', asks('抽取记录表须已签字', '市办登记员')],
  ['completeDraw', 'supervisorWitnesses', asks('须有监督员在场见证', '监督员（纪检）')],
  ['startMaterialReview', 'everyJudgeDeclared', '有4名评委没有完成回避申报。'],
  [
    'startMaterialReview',
    'softConflictsDecided',
    '有1项利害关系等待决定。',
    "UPDATE conflict_declaration SET state = 'awaitingOffice'",
  ],
  [
    'startMaterialReview',
    'vacatedSeatsFilled',
    '有1个空缺席位没有递补。',
    "UPDATE seat SET vacated_at = '2026-10-01T02:00:00.000Z' WHERE number = 2",
  ],
  ['startSpreadReview', 'everySheetSigned', unsigned],
  ['startSpreadReview', 'calibrationDone', calibration, anchorsAsked],
  ['startSpreadReview', 'spreadFlagOpen', needs('须有待复评的分歧提示')],
  ['startDefence', 'everySheetSigned', unsigned],
  ['startDefence', 'calibrationDone', calibration, anchorsAsked],
  ['startDefence', 'noSpreadFlagOpen', needs('不得有未处理的分歧提示')],
  ['startDefence', 'defenceHasWeight', needs('本类别须设有现场答辩'), application('Withdrawn')],
  [
    'startDefence',
    'defenceNoticeGiven',
    needs('答辩通知须已提前3个工作日发布，并已到通知的答辩日期'),
  ],
  ['closeScoringWithoutDefence', 'everySheetSigned', unsigned],
  ['closeScoringWithoutDefence', 'calibrationDone', calibration, anchorsAsked],
  ['closeScoringWithoutDefence', 'noSpreadFlagOpen', needs('不得有未处理的分歧提示')],
  ['closeScoringWithoutDefence', 'defenceHasNoWeight', needs('本类别须不设现场答辩')],
  ['closeDefence', 'everyDefenceSheetSigned', needs('答辩评分表须全部签字')],
  ['closeDefence', 'noSpreadFlagOpen', needs('不得有未处理的分歧提示')],
  [
    'closeDefence',
    'paperAndScreenReconciled',
    '有1份纸质评分表没有录入一致或者收回。',
    'UPDATE paper_sheet SET withdrawn_at = NULL',
  ],
  ['lock', 'compositeComputed', needs('综合得分须已计算完成')],
  ['lock', 'workingPagesProduced', needs('计算过程页须已生成')],
  ['lock', 'supervisorWitnesses', needs('须有监督员在场见证')],
  ['lock', 'secondPersonConfirmsHash', needs('须由第二人核对校验值并确认')],
  ['concludeDeliberation', 'minutesSigned', needs('审议纪要须已签字')],
  ['concludeDeliberation', 'cutLineSheetRead', needs('评审委员会须已阅看入围线稳健性表')],
  [
    'concludeDeliberation',
    'tiesDecided',
    '有1件申报的同分没有裁定。',
    "UPDATE standing SET outcome = 'undecided'",
  ],
  ['startPublicity', 'legalBasisApproved', basis, unapproved],
  ['startPublicity', 'proposedListFixed', needs('拟入选名单须已确定')],
  ['startPublicity', 'creditQueryRenewed', '有1件申报没有重新查询信用。', application('Proposed')],
  ['startObjectionHandling', 'noticePeriodEnded', needs('公示期须已届满')],
  [
    'startObjectionHandling',
    'everyObjectionAcceptedOrRefused',
    '有1件异议没有决定是否受理。',
    objection('Received'),
  ],
  ['startObjectionHandling', 'acceptedObjectionOpen', needs('须有已受理且未办结的异议')],
  ['submitForApproval', 'noticePeriodEnded', needs('公示期须已届满')],
  [
    'submitForApproval',
    'everyObjectionAcceptedOrRefused',
    '有1件异议没有决定是否受理。',
    objection('Received'),
  ],
  ['submitForApproval', 'noAcceptedObjectionOpen', '有1件异议没有办结。', objection('UnderReview')],
  [
    'concludeObjections',
    'everyObjectionAcceptedOrRefused',
    '有1件异议没有决定是否受理。',
    objection('Received'),
  ],
  [
    'concludeObjections',
    'objectionsDecidedAndAnsweredOrHeldAlone',
    '有1件异议没有决定或者没有答复。',
    objection('NotUpheld'),
  ],
  ['approve', 'legalBasisApproved', basis, unapproved],
  ['approve', 'decisionRecorded', needs('审定会议或者签批须有记录')],
  ['approve', 'supervisorStatementFiled', needs('监督员意见须已提交')],
  ['publish', 'documentNumberAssigned', needs('发文字号须已编定')],
  ['publish', 'outputsOfOneVersion', needs('名单、网页和数据文件须出自同一版本')],
  ['publish', 'secondPersonConfirmsHash', needs('须由第二人核对校验值并确认')],
  ['confer', 'creditQueryRenewed', '有1件申报没有重新查询信用。', application('Selected')],
  ['confer', 'certificatesNumbered', '有1家入选商户没有证书编号。', application('Selected')],
  [
    'closeAnnualReview',
    'everyTitleReviewedOrEnded',
    '还有1个称号没有复核完，请先办结：QZ-2026-G-001。',
    "UPDATE title SET state = 'Warned'",
  ],
  [
    'closeAnnualReview',
    'yearReviewNotClosed',
    needs('本年度的复核须尚未办结，一个年度只办结一次'),
    closedReview,
  ],
  ['archive', 'everyTitleEnded', '有1个称号仍然有效。', "UPDATE title SET state = 'Active'"],
  ['archive', 'archivePackageVerified', asks('归档包须经复算验证', '市办登记员')],
  ['terminate', 'publicReasonGiven', needs('须说明可以公开的理由')],
  [
    'terminate',
    'cancellationGroundHolds',
    needs('须具备规定的终止或者取消情形'),
    rules({ categories: withoutMinimum }),
  ],
];

/** Each of the same length, so that no place is taken for a callback. */
export const cases = table.map(
  ([event, guard, sentence, takenAway = '']) => [event, guard, sentence, takenAway] as const,
);
