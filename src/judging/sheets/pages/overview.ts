import { indicatorState } from '../../../rules/rounds/draft-sheet.js';
import type { Indicator } from '../../../rules/scoring/indicator.js';
import type { CommentRule } from '../../../rules/scoring/rule-set.js';
import { sheetIn } from '../../../rules/lifecycle/score-sheet-groups.js';
import type { OwnMark } from '../sheet-marks.js';
import type { OverviewRow } from '../sheet.queries.js';

export const overviewFilters = ['all', 'todo', 'flagged', 'unopened', 'comment', 'signed'] as const;
export type OverviewFilter = (typeof overviewFilters)[number];

/** One own sheet with all that the list of them sorts and filters by. */
export interface OwnSheet {
  readonly row: OverviewRow;
  readonly number: string;
  /** Null in a blind round: what is not here can be neither shown nor searched nor sorted by. */
  readonly name: string | null;
  readonly scores: Readonly<Record<string, number>>;
  readonly flagged: boolean;
  readonly noted: boolean;
  readonly commentsMissing: number;
  /** How far: not begun, begun, complete, signed. */
  readonly progress: number;
  /** Numbers, names and the judge's own words, in small letters. */
  readonly words: string;
}

export interface Overview {
  readonly sheets: readonly OwnSheet[];
  readonly shown: readonly OwnSheet[];
  readonly counts: Readonly<Record<OverviewFilter, number>>;
  readonly indicators: readonly Indicator[];
  readonly asked: { readonly show: OverviewFilter; readonly sort: string; readonly q: string };
}

export interface Loaded {
  readonly sheets: readonly { readonly row: OverviewRow; readonly mark: OwnMark }[];
  readonly indicators: readonly Indicator[];
  readonly comment: CommentRule;
}

type Asked = Readonly<Record<'show' | 'sort' | 'q', string | undefined>>;

const passes: Readonly<Record<OverviewFilter, (sheet: OwnSheet) => boolean>> = {
  all: () => true,
  todo: ({ row }) => sheetIn.open.has(row.state) && row.total === null,
  flagged: ({ flagged }) => flagged,
  unopened: ({ row }) => row.firstOpenedAt === null,
  comment: ({ commentsMissing }) => commentsMissing > 0,
  signed: ({ row }) => sheetIn.signed.has(row.state),
};

/** A judge's own sheets of a round as they were asked for; highest total first, where nothing else is said. */
export function readOverview(loaded: Loaded, asked: Asked): Overview {
  const { indicators } = loaded;
  const sheets = loaded.sheets.map((one) => ownSheet(one, loaded));
  const show = overviewFilters.find((one) => one === asked.show) ?? 'all';
  const q = (asked.q ?? '').trim().toLowerCase().slice(0, 60);
  const keys = sortKeys(
    indicators,
    sheets.some(({ name }) => name !== null),
  );
  const by = asked.sort && keys.has(asked.sort.replace(/^-/, '')) ? asked.sort : '-total';
  const key = keys.get(by.replace(/^-/, ''))!;
  const turned = by.startsWith('-') ? -1 : 1;
  const shown = sheets
    .filter((sheet) => passes[show](sheet) && sheet.words.includes(q))
    .toSorted((a, b) => turned * compare(key(a), key(b)) || a.row.position - b.row.position);
  const counts = Object.fromEntries(
    overviewFilters.map((filter) => [filter, sheets.filter(passes[filter]).length]),
  ) as Record<OverviewFilter, number>;
  return { sheets, shown, counts, indicators, asked: { show, sort: by, q } };
}

function ownSheet(
  { row, mark }: Loaded['sheets'][number],
  { indicators, comment }: Loaded,
): OwnSheet {
  const scores = JSON.parse(row.scores) as Record<string, number>;
  const comments = JSON.parse(row.comments) as Record<string, string>;
  const draft = { scores, comments };
  const number = row.judgingNumber ?? '';
  const name = row.blind ? null : row.merchantName;
  const begun = Object.keys(scores).length > 0;
  return {
    row,
    number,
    name,
    scores,
    flagged: mark.flagged,
    noted: mark.note !== '',
    commentsMissing: indicators.filter(
      (one) => indicatorState(one, draft, comment) === 'commentMissing',
    ).length,
    progress: sheetIn.signed.has(row.state) ? 3 : row.total !== null ? 2 : begun ? 1 : 0,
    words: [number, name ?? '', mark.note, ...Object.values(comments)].join('\n').toLowerCase(),
  };
}

type Key = string | number;

/** Columns that the list can be sorted by. */
function sortKeys(indicators: readonly Indicator[], named: boolean) {
  const keys = new Map<string, (sheet: OwnSheet) => Key>([
    ['number', ({ number }) => number],
    ['total', ({ row }) => row.total ?? -1],
    ['flag', ({ flagged }) => (flagged ? 1 : 0)],
    ['comment', ({ commentsMissing }) => commentsMissing],
    ['state', ({ progress }) => progress],
  ]);
  if (named) keys.set('name', ({ name }) => name ?? '');
  for (const { code } of indicators) keys.set(code, ({ scores }) => scores[code] ?? -1);
  return keys;
}

const collator = new Intl.Collator('zh-CN', { numeric: true });

function compare(a: Key, b: Key): number {
  return typeof a === 'number' && typeof b === 'number'
    ? a - b
    : collator.compare(String(a), String(b));
}
