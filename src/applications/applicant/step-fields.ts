import type { Indicator } from '../../rules/scoring/indicator.js';
import { claimableIndicators, type NeededFigure } from '../../rules/scoring/needed-figures.js';
import type { RuleText } from '../../rules/scoring/rule-text.js';
import {
  type ApplicationFile,
  NO_SAMPLING_FAILURE,
  claimsOf,
  isFromRegister,
} from './application-file.js';
import type { DataField, Label } from './data-field.js';
import { areRowsOpen, isFigureOpen, isPenaltyOpen, isTextOpen } from './open-items.js';
import { shopOf } from './shop-title.js';
import { MOST_ROWS, type Row, type RowList, isRowFigure } from './row-lists.js';

export const steps = ['figures', 'texts'] as const;
export type StepName = (typeof steps)[number];

/** One thing on a step: an input with what is stored, or a value that cannot be changed here. */
export interface StepItem {
  readonly key: string;
  readonly field: DataField;
  readonly stored: string | null;
  readonly open: boolean;
  readonly fromRegister: boolean;
  readonly required: boolean;
}

export interface StepRows {
  readonly list: RowList;
  readonly open: boolean;
  readonly stored: readonly Row[];
  /** Fields of each line: the stored ones and an empty one. */
  readonly lines: readonly (readonly StepItem[])[];
}

export interface StepSection {
  readonly code: string;
  readonly name: RuleText | null;
  readonly weight: number | null;
  readonly anchors: readonly RuleText[];
  readonly items: readonly StepItem[];
  readonly rows: readonly StepRows[];
}

/** Sections in the order of the rubric; a figure stands at the first indicator that uses it. */
export function stepSections(file: ApplicationFile, step: StepName): readonly StepSection[] {
  const indicators = claimableIndicators(file.category);
  const sections = indicators.flatMap((indicator): StepSection[] => {
    const items = step === 'figures' ? figureItems(file, indicator) : textItems(file, indicator);
    const rows = file.lists
      .filter((list) => list.step === step && list.indicators[0] === indicator.code)
      .map((list) => stepRows(file, list));
    if (items.length === 0 && rows.length === 0) return [];
    const { code, name, weight } = indicator;
    return [{ code, name, weight, anchors: anchorsOf(indicator), items, rows }];
  });
  return step === 'texts' ? [...sections, penaltySection(file)] : sections;
}

export function isSectionOpen({ items, rows }: StepSection): boolean {
  return items.some(({ open }) => open) || rows.some(({ open }) => open);
}

function figureItems(file: ApplicationFile, { code }: Indicator): StepItem[] {
  const claims = claimsOf(file);
  return file.needed
    .filter((need) => need.indicators[0] === code && !isRowFigure(need.key))
    .flatMap((need): StepItem[] => {
      if (need.kind === 'certifications') return [];
      if (need.kind === 'samplingFailures') return [samplingItem(file, need, claims)];
      return [
        {
          key: need.key,
          field: figureField(file, need),
          stored: claims.get(need.key) ?? null,
          open: isFigureOpen(file.open, need) && !isFromRegister(file, need.key),
          fromRegister: isFromRegister(file, need.key),
          required: need.required,
        },
      ];
    });
}

function samplingItem(
  file: ApplicationFile,
  need: NeededFigure,
  claims: ReadonlyMap<string, string | null>,
): StepItem {
  const list = file.lists.find(({ key }) => key === 'samplingFailures')!;
  return {
    key: NO_SAMPLING_FAILURE,
    field: plainField(NO_SAMPLING_FAILURE, 'flag', { key: 'applications.figures.noFailure' }),
    stored: claims.get(NO_SAMPLING_FAILURE) ?? null,
    open: areRowsOpen(file.open, list),
    fromRegister: false,
    required: need.required && (file.application.answers.rows[list.key] ?? []).length === 0,
  };
}

const kinds = {
  wan: { kind: 'hundredths', max: 2_147_483_647 },
  percent: { kind: 'hundredths', max: 100_00 },
  rating: { kind: 'hundredths', max: 100_00 },
  count: { kind: 'whole', max: 99_999_999 },
  day: { kind: 'day', max: null },
  choice: { kind: 'choice', max: null },
  tick: { kind: 'flag', max: null },
} as const;

function figureField(file: ApplicationFile, need: NeededFigure): DataField {
  const { kind, max } = kinds[need.kind as keyof typeof kinds];
  return {
    ...plainField(need.key, kind, figureLabel(file, need)),
    // Buying below the market price is a fact too; no other typed figure can be negative.
    min: need.key === 'purchasePremiumPct' ? -100_00 : 0,
    max,
    measure: need.kind === 'percent' || need.kind === 'rating' ? need.kind : null,
    options: need.options.map(({ code, name }) => ({ value: code, label: name })),
  };
}

/** The name of a figure for people: the rules' own, or the catalogue's with the shop it is about. */
export function figureLabel(file: ApplicationFile, need: NeededFigure): Label {
  if (need.name) return need.name;
  if (need.kind === 'tick') return { key: 'applications.figures.taxDeclaration' };
  if (need.shop === null) return { key: `scoring.figure.${need.key.split('.').at(-1)!}` };
  const figure = need.key.split('.').slice(2).join('.');
  return {
    key: `applications.shopFigure.${figure}`,
    shop: shopOf(file.register.shops, need.shop),
  };
}

function textItems(file: ApplicationFile, { code, type }: Indicator): StepItem[] {
  if (type !== 'E') return [];
  return [
    {
      key: code,
      field: {
        ...plainField(`text.${code}`, 'textarea', { key: 'applications.texts.text' }),
        max: 2000,
      },
      stored: file.application.answers.texts[code] ?? null,
      open: isTextOpen(file.open, code),
      fromRegister: false,
      required: false,
    },
  ];
}

function stepRows(file: ApplicationFile, list: RowList): StepRows {
  const stored = file.application.answers.rows[list.key] ?? [];
  const open = areRowsOpen(file.open, list);
  const count = open ? Math.min(MOST_ROWS, stored.length + 1) : stored.length;
  return {
    list,
    open,
    stored,
    lines: Array.from({ length: count }, (_, i) => rowItems(list, i, stored[i] ?? {}, open)),
  };
}

/** The fields of one line of a list. */
export function rowItems(list: RowList, line: number, row: Row, open: boolean): StepItem[] {
  return list.columns.map((column) => ({
    key: column.name,
    field: {
      ...plainField(`rows.${list.key}.${line}.${column.name}`, column.kind, {
        key: `applications.rows.${list.key}.${column.name}`,
      }),
      max: column.max,
      options: column.options,
    },
    stored: row[column.name] ?? null,
    open,
    fromRegister: false,
    required: column.required,
  }));
}

function penaltySection(file: ApplicationFile): StepSection {
  const { penaltySelfReport } = file.application.answers;
  const open = isPenaltyOpen(file.open);
  const state = penaltySelfReport === null ? null : penaltySelfReport === '' ? 'none' : 'some';
  const common = { open, fromRegister: false };
  return {
    code: 'penalty',
    name: null,
    weight: null,
    anchors: [],
    rows: [],
    items: [
      {
        ...common,
        key: 'penalty',
        field: {
          ...plainField('penalty', 'choice', { key: 'applications.penalty' }),
          options: ['none', 'some'].map((value) => ({
            value,
            label: { key: `applications.penalty.${value}` },
          })),
        },
        stored: state,
        required: true,
      },
      {
        ...common,
        key: 'penaltyText',
        field: {
          ...plainField('penaltyText', 'textarea', { key: 'applications.penaltyText' }),
          max: 2000,
        },
        stored: penaltySelfReport || null,
        required: false,
      },
    ],
  };
}

function anchorsOf({ scoring }: Indicator): readonly RuleText[] {
  return scoring.kind === 'anchors'
    ? scoring.anchors
        .filter(({ percent }) => [100, 60, 30].includes(percent))
        .map(({ text }) => text)
    : [];
}

function plainField(name: string, kind: DataField['kind'], label: Label): DataField {
  return { name, kind, label, hint: null, min: null, max: null, options: [], measure: null };
}
