import type { ProgrammeRow } from '../../programmes/programme.queries.js';
import type { CategoryRules, RuleSet } from '../../rules/scoring/rule-set.js';
import { roundSheet } from '../../rules/rounds/round-sheet.js';
import { formatDay } from '../../text/format.js';
import type { CorrectedNames } from './corrected-names.js';
import { translate } from '../../text/catalogue.js';
import type { FormerNotice } from './notice.queries.js';
import { type Block, heading as headed, paragraph } from '../../paper/paper.js';

/** What a notice is written from. Its words are Chinese only, as the documents themselves are. */
export interface NoticeSource {
  readonly programme: ProgrammeRow;
  readonly rules: RuleSet;
  readonly basis: { readonly organ: string; readonly number: string };
  readonly office: { readonly name: string; readonly telephone: string; readonly address: string };
}

export function callText(source: NoticeSource): Block[] {
  const { programme, rules, basis, office } = source;
  const categories = rules.categories;
  return [
    say('call.opening', { basis: basis.organ, number: basis.number, programme: programme.name }),
    heading('call.categories'),
    ...categories.map((one) => say('call.quota', { category: one.name.zh, quota: one.quota })),
    say('call.totalQuota', { quota: rules.totalQuota }),
    heading('call.conditions'),
    ...categories.map(conditions),
    say('call.vetoes', { count: rules.vetoRules.length }),
    heading('call.rubric'),
    ...categories.map(rubric),
    heading('call.method'),
    say('call.methodText', { passMark: (rules.categories[0]?.passMark ?? 0) / 100 }),
    heading('call.calendar'),
    ...programme.calendar.map(({ phase, from, to, workingDays }) =>
      say('call.phase', {
        phase: translate('zh-CN', `lifecycle.programme.${phase}`),
        from: day(from),
        to: day(to),
        days: workingDays,
      }),
    ),
    say('call.beijing'),
    heading('call.apply'),
    say('call.applyText'),
    say('call.fee'),
    heading('call.contact'),
    say('call.contactText', { ...office }),
  ];
}

export function defenceText(
  source: NoticeSource & {
    readonly from: string;
    readonly to: string;
    readonly workingDays: number;
  },
): Block[] {
  const { programme, rules, office } = source;
  const defended = rules.categories.filter(({ code }) => roundSheet(rules, code, 'defence'));
  return [
    say('defence.opening', { programme: programme.name }),
    heading('defence.when'),
    say('defence.whenText', {
      from: day(source.from),
      to: day(source.to),
      days: source.workingDays,
    }),
    heading('defence.where'),
    say('defence.whereText', { ...office }),
    heading('defence.who'),
    ...defended.map((one) => say('defence.category', { category: one.name.zh })),
    say('defence.whoText'),
  ];
}

export interface PublicitySource extends NoticeSource {
  readonly firstDay: string;
  readonly lastDay: string;
  readonly days: number;
  readonly listed: number;
  readonly discipline: string;
  readonly disciplineTelephone: string;
}

export function publicityText(source: PublicitySource): Block[] {
  const { programme, basis } = source;
  const opening = say('publicity.opening', {
    basis: basis.organ,
    number: basis.number,
    programme: programme.name,
    listed: source.listed,
  });
  return [opening, ...publicityRules(source)];
}

/** The changed items of a list that was posted before, and the full period that begins for them. */
export function correctedPublicityText(source: PublicitySource & CorrectedNames): Block[] {
  const names = (all: readonly string[]) => all.join(translate('zh-CN', 'navigation.listComma'));
  const { removed, again } = source;
  return [
    say('publicity.corrected', { programme: source.programme.name, listed: source.listed }),
    ...(removed.length ? [say('publicity.removed', { names: names(removed) })] : []),
    ...(again.length ? [say('publicity.again', { names: names(again) })] : []),
    ...publicityRules(source),
  ];
}

function publicityRules(source: PublicitySource): Block[] {
  const { office } = source;
  return [
    heading('publicity.period'),
    say('publicity.periodText', {
      first: day(source.firstDay),
      last: day(source.lastDay),
      days: source.days,
    }),
    heading('publicity.objection'),
    say('publicity.form'),
    say('publicity.identity'),
    say('publicity.postmark'),
    heading('publicity.receivers'),
    say('publicity.office', { ...office }),
    say('publicity.discipline', {
      name: source.discipline,
      telephone: source.disciplineTelephone,
    }),
  ];
}

export function publicationText(source: NoticeSource & { readonly listed: number }): Block[] {
  const { programme, basis } = source;
  const variables = {
    basis: basis.organ,
    number: basis.number,
    programme: programme.name,
    listed: source.listed,
  };
  return [
    say('publication.opening', variables),
    heading('publication.duties'),
    say('publication.dutiesText'),
    say('publication.use', { year: programme.year }),
  ];
}

/** A text of sentences one after another, that say the same of every programme. */
export function sentences(
  { programme }: NoticeSource,
  keys: readonly string[],
  variables: Readonly<Record<string, string | number>>,
): Block[] {
  const all = { programme: programme.name, ...variables };
  return keys.map((key) => say(key, all));
}

/** A text that takes the place of a posted one names it after the opening, with its number and day. */
export function withCorrection(body: string, former: FormerNotice | null): string {
  if (!former) return body;
  const number = former.documentNumber;
  const named = words('corrects', {
    day: day(former.postedOn),
    title: former.title,
    number: number ?? '',
    numbered: number ? 'yes' : 'no',
  });
  return body.split('\n').toSpliced(1, 0, named).join('\n');
}

/** The words of a posted text without the sentence that names what it corrects. */
export function withoutCorrection({ body, correctsId }: FormerNotice): string {
  return correctsId ? body.split('\n').toSpliced(1, 1).join('\n') : body;
}

function conditions({ name, eligibility }: CategoryRules): Block {
  const { salesFloor, operatingYears, principalAge, farmGoodsShare } = eligibility;
  const parts = [
    words('call.sales', { wan: salesFloor / 100, years: operatingYears }),
    principalAge ? words('call.age', { from: principalAge.from, to: principalAge.to }) : '',
    farmGoodsShare === null ? '' : words('call.farm', { percent: farmGoodsShare / 100 }),
  ];
  return say('call.condition', { category: name.zh, text: parts.filter(Boolean).join('') });
}

function rubric({ name, rubric: dimensions }: CategoryRules): Block {
  const parts = dimensions.map((one) =>
    words('call.dimension', {
      name: one.name.zh,
      points: one.indicators.reduce((sum, { weight }) => sum + weight, 0) / 100,
    }),
  );
  return say('call.rubricOf', {
    category: name.zh,
    dimensions: parts.join(translate('zh-CN', 'navigation.listComma')),
  });
}

function say(key: string, variables: Readonly<Record<string, string | number>> = {}): Block {
  return paragraph(words(key, variables));
}

function heading(key: string): Block {
  return headed(words(key));
}

function words(key: string, variables: Readonly<Record<string, string | number>> = {}): string {
  return translate('zh-CN', `awards.notice.text.${key}`, variables);
}

function day(date: string): string {
  return formatDay('zh-CN', date);
}
