import { addDays, beijingDate } from '../../rules/calendar/beijing-time.js';
import { checkPrintedDays } from '../../rules/calendar/printed-days.js';
import {
  type WorkingDayCalendar,
  addWorkingDays,
  countWorkingDays,
  noticeEnd,
} from '../../rules/calendar/working-day-calendar.js';
import { Refusal, conflict } from '../../rules/refusal.js';
import type { AwardListRecord } from '../lists/award-list.queries.js';
import { requireFreeNumber } from './document-number.js';
import type { CorrectedNames } from './corrected-names.js';
import type { FormerNotice } from './notice.queries.js';
import {
  type NoticeSource,
  callText,
  correctedPublicityText,
  defenceText,
  publicationText,
  publicityText,
  sentences,
  withoutCorrection,
} from './notice-text.js';
import { writeBody } from '../../paper/body.js';
import { roundSheet } from '../../rules/rounds/round-sheet.js';
import { programmeIn } from '../../rules/lifecycle/programme-groups.js';
import { listIn } from '../../rules/lifecycle/record-states.js';
import type { StateGroup } from '../../rules/lifecycle/state-group.js';
import type { NoticeKind } from '../../rules/lifecycle/notice-kinds.js';
import { LIMITS } from '../../rules/programme/limits.js';

/** What a person may say about a notice; everything else comes from the rules and the records. */
export interface NoticeInput {
  readonly programmeId: string;
  readonly kind: NoticeKind;
  readonly title: string;
  readonly documentNumber: string | null;
  /** Why the number is not the next one. */
  readonly numberReason?: string | null;
  readonly workingDays: number | null;
  readonly lastDay: string | null;
  readonly discipline: string | null;
  readonly disciplineTelephone: string | null;
  readonly reason: string | null;
  readonly basisText: string | null;
  readonly titleId?: string;
  /** Why a programme stops; its posting carries ground and reason into the record. */
  readonly ground?: string;
  readonly merchant?: string;
  readonly certificate?: string;
}

export interface ShapeContext {
  readonly input: NoticeInput;
  readonly source: NoticeSource;
  readonly calendar: WorkingDayCalendar;
  readonly now: string;
  readonly lists: readonly AwardListRecord[];
  readonly usedNumbers: readonly string[];
  /** The posted notice that this one would correct. */
  readonly former: FormerNotice | null;
  readonly corrected: CorrectedNames;
}

export interface NoticeShape {
  readonly body: string;
  readonly listId: string | null;
  readonly listHash: string | null;
  readonly documentNumber: string | null;
  readonly numberReason: string | null;
  readonly workingDays: number | null;
  readonly firstDay: string | null;
  readonly lastDay: string | null;
}

const plain = {
  listId: null,
  listHash: null,
  documentNumber: null,
  numberReason: null,
  workingDays: null,
  firstDay: null,
  lastDay: null,
};

/** Kind → its fixed content (codes-and-documents §8.1). */
export const noticeShapes: Readonly<Record<NoticeKind, (context: ShapeContext) => NoticeShape>> = {
  call: ({ source }) => {
    requireState(source, programmeIn.announced);
    return { ...plain, body: writeBody(callText(source)) };
  },
  defence,
  publicity,
  publication: ({ input, source, lists, usedNumbers }) => {
    requireState(source, programmeIn.published);
    const list = preparedList(lists, 'award');
    const documentNumber = required(input.documentNumber, 'documentNumber');
    const numberReason = requireFreeNumber(documentNumber, usedNumbers, input.numberReason ?? null);
    const body = writeBody(publicationText({ ...source, listed: list.rows.length }));
    return { ...plain, body, documentNumber, numberReason, listId: list.id, listHash: list.hash };
  },
  correction: ({ input, source, lists, usedNumbers }) => {
    const list = preparedList(lists, 'award');
    if (list.number === 1) throw new Refusal('awards.notice.nothingToCorrect');
    const documentNumber = required(input.documentNumber, 'documentNumber');
    const numberReason = requireFreeNumber(documentNumber, usedNumbers, input.numberReason ?? null);
    const reason = required(input.reason, 'reason');
    const keys = ['correction.opening', 'correction.wrong', 'correction.right'];
    const body = writeBody(sentences(source, keys, { reason, version: list.number }));
    return { ...plain, body, documentNumber, numberReason, listId: list.id, listHash: list.hash };
  },
  revocation: ({ input, source }) =>
    ofTitle(['revocation.opening', 'revocation.basis', 'revocation.effect'], input, source),
  restoration: ({ input, source }) =>
    ofTitle(['restoration.opening', 'restoration.basis', 'restoration.effect'], input, source),
  termination: ({ input, source }) => ({
    ...plain,
    body: writeBody(
      sentences(source, ['termination.opening', 'termination.reason', 'termination.basis'], {
        reason: required(input.reason, 'reason'),
        basis: required(input.basisText, 'basisText'),
      }),
    ),
  }),
};

/**
 * 答辩安排: told at least three working days before the first day of the defence (process P11). A day
 * that the review has overrun, or that is too near, moves to the first one that leaves the time. What is
 * told already is not told again: only another day, or something else about the same one, is news.
 */
function defence({ source, calendar, now, former }: ShapeContext): NoticeShape {
  const { programme, rules } = source;
  const defended = rules.categories.some(({ code }) => roundSheet(rules, code, 'defence'));
  const inReview = programmeIn.materialReview.has(programme.state);
  if (!defended || !inReview) throw new Refusal('awards.notice.notNow', {}, 'kind');
  const phase = programme.calendar.find((one) => one.phase === 'Defence');
  const earliest = addWorkingDays(calendar, beijingDate(now), LIMITS.defenceNotice);
  const from = phase && phase.from > earliest ? phase.from : earliest;
  const to = phase && phase.to > from ? phase.to : from;
  const workingDays = countWorkingDays(calendar, from, to);
  const body = writeBody(defenceText({ ...source, from, to, workingDays }));
  if (former?.firstDay === from && withoutCorrection(former) === body) {
    throw new Refusal('awards.notice.defenceTold', { day: from }, 'kind', 'conflict');
  }
  return { ...plain, body, firstDay: from };
}

/** 公示: first and last day are computed for posting today; what the person printed must agree. */
function publicity({ input, source, calendar, now, lists, corrected }: ShapeContext): NoticeShape {
  const list = preparedList(lists, 'proposed');
  const first = list.number === 1;
  if (first) requireState(source, programmeIn.proposed);
  const days = input.workingDays ?? LIMITS.publicityDefault;
  if (days < LIMITS.publicityLeast || days > LIMITS.publicityMost)
    throw new Refusal('awards.notice.length', {}, 'workingDays');
  const postedOn = beijingDate(now);
  const firstDay = addWorkingDays(calendar, postedOn, 1);
  const lastDay = input.lastDay ?? noticeEnd(calendar, postedOn, days);
  if (lastDay <= postedOn) throw new Refusal('awards.notice.lastDayPast', {}, 'lastDay');
  const printed = { from: postedOn, to: lastDay, printedDays: days } as const;
  const checked = checkPrintedDays(calendar, { ...printed, counting: 'PostingDayExcluded' });
  if (!checked.ok) {
    const from = addDays(postedOn, 1);
    throw new Refusal(checked.code, { ...checked.variables, from }, 'workingDays');
  }
  const text = (first ? publicityText : correctedPublicityText)({
    ...source,
    ...corrected,
    firstDay,
    lastDay,
    days,
    listed: list.rows.length,
    discipline: required(input.discipline, 'discipline'),
    disciplineTelephone: required(input.disciplineTelephone, 'disciplineTelephone'),
  });
  return {
    ...plain,
    body: writeBody(text),
    listId: list.id,
    listHash: list.hash,
    workingDays: days,
    firstDay,
    lastDay,
  };
}

function requireState({ programme }: NoticeSource, states: StateGroup<string>): void {
  if (!states.has(programme.state)) throw new Refusal('awards.notice.notNow', {}, 'kind');
}

function preparedList(
  lists: readonly AwardListRecord[],
  kind: AwardListRecord['kind'],
): AwardListRecord {
  const list = lists.find((one) => one.kind === kind && listIn.prepared.has(one.state));
  if (list) return list;
  if (lists.some((one) => one.kind === kind && listIn.public.has(one.state))) {
    throw conflict('awards.notice.postedAlready');
  }
  throw new Refusal('awards.notice.noList', {}, 'kind');
}

/** A notice of a title is made where the title is; there is none without it. */
function ofTitle(keys: readonly string[], input: NoticeInput, source: NoticeSource): NoticeShape {
  const { titleId, merchant, certificate, basisText } = input;
  if (!titleId || !merchant || !certificate) {
    throw new Refusal('awards.notice.notNow', {}, 'kind');
  }
  const basis = required(basisText, 'basisText');
  return { ...plain, body: writeBody(sentences(source, keys, { merchant, certificate, basis })) };
}

function required(value: string | null, field: keyof NoticeInput): string {
  if (value) return value;
  throw new Refusal(`awards.notice.missing.${field}`, {}, field);
}
