import {
  type ItemPart,
  partsOfItem,
  type Stated,
  unchangedItems,
} from '../rules/applications/item-changes.js';
import { formatDay, formatDayWeekday, formatInstant } from '../text/format.js';
import type { StatusTag } from '../web/component-models.js';
import type { PageContext } from '../web/page-context.js';
import type { RowList } from './applicant/row-lists.js';
import type { CorrectionRound } from './correction-rounds.queries.js';

export interface DrawnRound {
  readonly heading: string;
  readonly reason: string;
  readonly open: boolean;
  readonly items: readonly DrawnItem[];
  readonly unchanged: number;
}

export interface DrawnItem {
  readonly item: string;
  readonly label: string;
  /** Where the applicant changes it; null for an office. */
  readonly href: string | null;
  readonly words: readonly { readonly by: string; readonly text: string }[];
  readonly before: string | null;
  readonly after: string | null;
  readonly tag: StatusTag | null;
}

/** How the reader's side names things. */
export interface ItemNames {
  readonly lists: readonly RowList[];
  label(item: string): string;
  figure(key: string, value: string | null): string;
  href(item: string): string | null;
}

/** A round of a correction item by item: what was said, what stood there, what stands there. */
export function drawRound(
  round: CorrectionRound,
  names: ItemNames,
  context: PageContext,
): DrawnRound {
  const { t, lang } = context;
  const { before, after, items } = round;
  const same = before && after ? unchangedItems(before, after, items) : [];
  const open = round.answeredAt === null;
  return {
    heading: t(open ? 'applications.round.open' : 'applications.round.answered', {
      stage: t(`applications.round.${round.stage}`),
      asked: formatInstant(lang, round.requestedAt),
      due: formatDayWeekday(lang, round.dueOn),
      answered: formatInstant(lang, round.answeredAt ?? round.requestedAt),
    }),
    reason: round.reason,
    open,
    unchanged: same.length,
    items: items.map((item) => ({
      item,
      label: names.label(item),
      href: names.href(item),
      words: round.words
        .filter((word) => word.item === item)
        .map(({ side, text, sentAt }) => ({
          by: t(`applications.round.by.${side}`, { time: formatInstant(lang, sentAt) }),
          text,
        })),
      before: before && itemText(before, item, names, context),
      after: after && itemText(after, item, names, context),
      tag: before && after ? changeTag(same.includes(item), context) : null,
    })),
  };
}

function changeTag(unchanged: boolean, { t }: PageContext): StatusTag {
  return unchanged
    ? { label: t('applications.round.unchanged'), tone: 'attention' }
    : { label: t('applications.round.changed'), tone: 'good' };
}

function itemText(stated: Stated, item: string, names: ItemNames, context: PageContext): string {
  const parts = partsOfItem(item).map((part) => partText(stated, part, names, context));
  return parts.filter(Boolean).join('\n') || context.t('applications.nothing');
}

function partText(
  { figures, answers, evidence }: Stated,
  { kind, key }: ItemPart,
  names: ItemNames,
  context: PageContext,
): string {
  if (kind === 'figure') {
    const claimed = figures.find((figure) => figure.key === key)?.claimed ?? null;
    return claimed === null ? '' : names.figure(key, claimed);
  }
  if (kind === 'text') return answers.texts[key] ?? '';
  if (kind === 'penalty') {
    return answers.penaltySelfReport === ''
      ? context.t('applications.penalty.none')
      : (answers.penaltySelfReport ?? '');
  }
  if (kind === 'evidence') {
    return evidence
      .filter(({ indicator }) => indicator === key)
      .map(({ name, caption }) =>
        caption ? context.t('applications.file.captioned', { name, caption }) : name,
      )
      .join(' / ');
  }
  const list = names.lists.find((one) => one.key === key);
  return (answers.rows[key] ?? []).map((row) => rowText(list, row, context)).join('\n');
}

/** One line of a list as people read it: names of choices, days with their month. */
export function rowText(
  list: RowList | undefined,
  row: Readonly<Record<string, string>>,
  { t, lang }: PageContext,
): string {
  return (list?.columns ?? [])
    .flatMap(({ name, kind, options }) => {
      const value = row[name];
      if (!value) return [];
      if (kind === 'day') return [formatDay(lang, value)];
      const label = options.find((option) => option.value === value)?.label;
      if (!label) return [value];
      if ('key' in label) return [t(label.key, label.variables)];
      return [lang === 'zh-CN' ? label.zh : label.en];
    })
    .join(' / ');
}
