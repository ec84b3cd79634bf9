import type { CategoryRules } from '../../rules/scoring/rule-set.js';
import type { NeededFigure } from '../../rules/scoring/needed-figures.js';
import type { DataOption } from './data-field.js';

export interface RowColumn {
  readonly name: string;
  readonly kind: 'text' | 'day' | 'choice';
  readonly max: number | null;
  /** A row without it is not complete. */
  readonly required: boolean;
  readonly options: readonly DataOption[];
}

/** A repeating group of the data dictionary (fields §5) and what it serves. */
export interface RowList {
  readonly key: string;
  readonly step: 'figures' | 'texts';
  readonly indicators: readonly string[];
  readonly columns: readonly RowColumn[];
}

export type Row = Readonly<Record<string, string>>;
export const MOST_ROWS = 20;

/** The groups that a category asks for; a group that it does not need is not shown and not stored. */
export function rowLists(
  category: Pick<CategoryRules, 'rubric'>,
  needed: readonly NeededFigure[],
): readonly RowList[] {
  const codes = category.rubric.flatMap(({ indicators }) => indicators.map(({ code }) => code));
  return lists.flatMap((list) => {
    const figure = needed.find(({ key }) => key === list.figure);
    const indicators = figure?.indicators ?? list.indicators.filter((code) => codes.includes(code));
    if (indicators.length === 0) return [];
    const columns = list.columns.map((column) => ({
      ...column,
      options:
        column.options ??
        figure?.options.map(({ code, name }) => ({ value: code, label: name })) ??
        [],
    }));
    return [{ key: list.key, step: list.step, indicators, columns }];
  });
}

/** Figures that follow from rows: `certification.1`, `samplingFailure.1`, and counts. */
export function figuresOfRows(
  rows: Readonly<Record<string, readonly Row[]>>,
): ReadonlyMap<string, string | null> {
  const figures = new Map<string, string | null>();
  for (const [list, derive] of Object.entries(derived)) {
    for (const [key, value] of derive(rows[list] ?? [])) figures.set(key, value);
  }
  return figures;
}

/** Whether a stored figure comes from rows, so that it is replaced with them. */
export function isRowFigure(key: string): boolean {
  return (
    /^(certification|samplingFailure)\.\d+$/.test(key) ||
    ['circumstances', 'training'].includes(key)
  );
}

type Derive = (rows: readonly Row[]) => readonly (readonly [string, string | null])[];

const derived: Readonly<Record<string, Derive>> = {
  certifications: (rows) =>
    rows.map(({ type, validTo }, i) => [`certification.${i + 1}`, `${type}|${validTo ?? ''}`]),
  samplingFailures: (rows) =>
    rows.map(({ date, remediedOn }, i) => [
      `samplingFailure.${i + 1}`,
      `${date}|${remediedOn ?? ''}`,
    ]),
  circumstances: (rows) => [
    ['circumstances', rows.length ? String(new Set(rows.map(({ kind }) => kind)).size) : null],
  ],
  training: (rows) => [['training', rows.length ? String(rows.length) : null]],
};

const line = (name: string, max: number, required = false) =>
  ({ name, kind: 'text', max, required, options: [] }) as const;
const day = (name: string, required = false) =>
  ({ name, kind: 'day', max: null, required, options: [] }) as const;
const choice = (name: string, options: readonly DataOption[] | null) =>
  ({ name, kind: 'choice', max: null, required: true, options }) as const;

interface ListRow {
  readonly key: string;
  readonly step: RowList['step'];
  /** The figure that its rows become; the rubric says which indicators use it. */
  readonly figure: string | null;
  readonly indicators: readonly string[];
  readonly columns: readonly (Omit<RowColumn, 'options'> & {
    readonly options: readonly DataOption[] | null;
  })[];
}

const startingPoints = ['returned', 'graduate', 'veteran', 'disabled'].map((value) => ({
  value,
  label: { key: `applications.startingPoint.${value}` },
}));

const lists: readonly ListRow[] = [
  {
    key: 'certifications',
    step: 'figures',
    figure: 'certification',
    indicators: [],
    columns: [choice('type', null), line('number', 60, true), line('body', 60), day('validTo')],
  },
  {
    key: 'samplingFailures',
    step: 'figures',
    figure: 'samplingFailure',
    indicators: [],
    columns: [day('date', true), line('product', 60, true), line('body', 60), day('remediedOn')],
  },
  {
    key: 'circumstances',
    step: 'figures',
    figure: 'circumstances',
    indicators: [],
    columns: [choice('kind', startingPoints), line('note', 100)],
  },
  {
    key: 'training',
    step: 'figures',
    figure: 'training',
    indicators: [],
    columns: [line('course', 60, true), line('body', 60), day('date'), line('certificate', 60)],
  },
  {
    key: 'starters',
    step: 'texts',
    figure: null,
    indicators: ['G11', 'Y14'],
    columns: [line('name', 20, true), line('shop', 60), day('since'), line('help', 200, true)],
  },
  {
    key: 'welfare',
    step: 'texts',
    figure: null,
    indicators: ['G13', 'Y15', 'N11'],
    columns: [day('date', true), line('what', 200, true), line('amount', 40), line('proof', 100)],
  },
];
