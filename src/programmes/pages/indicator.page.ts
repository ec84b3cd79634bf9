import { bandRows } from '../../rules/scoring/band-rows.js';
import type { PlacedIndicator } from '../../rules/scoring/edit-rubric.js';
import { rangesOf } from '../../rules/scoring/computations.js';
import { isWhole } from '../../rules/scoring/find-band.js';
import { AMOUNT_KEYS } from '../../rules/scoring/figures.js';
import { writableKinds } from '../../rules/scoring/new-indicator.js';
import type { RuleText } from '../../rules/scoring/rule-text.js';
import type { Scoring } from '../../rules/scoring/scoring.js';
import type { PageContext } from '../../web/page-context.js';
import type { PageFrame } from '../../web/views/page.js';
import { officeCrumbs } from '../office-crumbs.js';
import { MOST_ROWS, SHEETS, checklistOf } from './indicator.form.js';
import { indicatorView, trimZeros } from './rubric-view.js';
import { nameOf } from './rubric.page.js';
import { type RulesFrame, rulesFrame } from './rules-frame.js';
import type { RulesOnPage } from './rules-flow.js';
import type { NumberField, SwitchField } from './rules-fields.js';
import { numberText, typedText } from './typed-number.js';

declare module '../../web/views/page.js' {
  interface PageModels {
    'programmes/indicator': IndicatorPage;
  }
}

export interface IndicatorPage extends PageFrame, RulesFrame {
  readonly action: string;
  readonly lead: string;
  readonly differences: readonly [];
  /** Conditions and points as they are stored. */
  readonly lines: readonly { readonly text: string; readonly points: string }[];
  readonly fields: readonly SwitchField[];
  readonly texts: readonly { readonly label: string; readonly fields: readonly NumberField[] }[];
  readonly bands: {
    readonly edge: string;
    readonly rows: readonly { readonly edge: NumberField; readonly points: NumberField }[];
  } | null;
  readonly items:
    | readonly {
        readonly zh: NumberField;
        readonly en: NumberField;
        readonly points: NumberField;
      }[]
    | null;
  readonly kinds: readonly {
    readonly value: string;
    readonly label: string;
    readonly selected: boolean;
  }[];
  /** Another computation was asked for, and not that the present one goes. */
  readonly begun: boolean;
}

/** One indicator: what is looked at, what it gives, and in which words. */
export function indicatorPage(loaded: RulesOnPage, placed: PlacedIndicator) {
  return (context: PageContext): IndicatorPage => {
    const { t } = context;
    const { programme, state } = loaded;
    const { indicator, category } = placed;
    const { code, scoring, weight, type } = indicator;
    const tab = category?.code ?? 'defence';
    const back = `office/programmes/${programme.id}/rules/rubric/${tab}`;
    const view = indicatorView(indicator, context);
    const draw = new Drawing(loaded, context);
    const title = `${code} ${view.name}`;
    return {
      ...rulesFrame(loaded, back, context),
      title,
      breadcrumbs: [
        ...officeCrumbs(context, programme, null).slice(0, 1),
        { label: programme.name, href: `/office/programmes/${programme.id}` },
        {
          label: t('programmes.rubricEdit.title', {
            name: nameOf(loaded.version.rules, category?.code ?? null, context),
          }),
          href: `/${back}`,
        },
        { label: title, href: null },
      ],
      action: `office/programmes/${programme.id}/rules/indicators/${code}`,
      lead: t('programmes.indicatorEdit.lead', {
        weight: trimZeros(weight),
        type: t(`programmes.indicatorType.${type}`),
        kind: t(`programmes.scoringKind.${scoring.kind}`),
      }),
      differences: [],
      lines: view.lines,
      fields: [
        ...draw.fields(scoring),
        ...(type === 'E' && category
          ? [draw.options('sheet', indicator.sheet, SHEETS, 'programmes.sheet')]
          : []),
      ],
      texts: draw.texts(scoring),
      bands: draw.bands(scoring),
      items: draw.items(scoring),
      kinds: category
        ? writableKinds(loaded.version.rules)
            .filter((kind) => kind !== scoring.kind)
            .map((value) => ({
              value,
              label: t(`programmes.scoringKind.${value}`),
              selected: state.typed !== null && typedText(state.typed, 'kind') === value,
            }))
        : [],
      begun: state.errors.some(({ field }) => field === 'discard'),
    };
  };
}

class Drawing {
  constructor(
    private readonly loaded: RulesOnPage,
    private readonly context: PageContext,
  ) {}

  fields(scoring: Scoring): readonly SwitchField[] {
    const points = (name: string, value: number) =>
      this.number(name, numberText({ value, hundredths: true }));
    switch (scoring.kind) {
      case 'tick':
        return [points('points', scoring.points)];
      case 'count':
        return [
          this.figure('figure', scoring.figure),
          points('pointsEach', scoring.pointsEach),
          points('most', scoring.most),
        ];
      case 'bands':
        return [
          this.figure('figure', scoring.figure),
          this.options('closed', scoring.closed, ['low', 'high'], 'programmes.closed'),
        ];
      case 'growth':
        return [this.figure('current', scoring.current), this.figure('base', scoring.base)];
      default:
        return [];
    }
  }

  texts(scoring: Scoring): IndicatorPage['texts'] {
    const { t } = this.context;
    if (scoring.kind === 'anchors') {
      return scoring.anchors.map(({ percent, points, text }, at) => ({
        label: t('programmes.indicatorEdit.anchor', { percent, points: trimZeros(points) }),
        fields: this.pair(`anchor.${at}`, text),
      }));
    }
    return scoring.kind === 'tick' || scoring.kind === 'count'
      ? [{ label: t('programmes.indicatorEdit.item'), fields: this.pair('item', scoring.name) }]
      : [];
  }

  bands(scoring: Scoring): IndicatorPage['bands'] {
    const ranges = rangesOf(scoring);
    if (!ranges) return null;
    const { t } = this.context;
    const { unit, closed } = ranges;
    const hundredths = !isWhole(unit);
    const rows = bandRows(ranges.bands, closed);
    const text = (value: number | null | undefined, decimals: boolean) =>
      value === null || value === undefined ? '' : numberText({ value, hundredths: decimals });
    return {
      edge: t(`programmes.indicatorEdit.edge.${closed}`, {
        unit: t(`programmes.edgeUnit.${unit}`),
      }),
      rows: Array.from({ length: MOST_ROWS }, (_, at) => ({
        edge: this.plain(
          `row.${at}.edge`,
          t('programmes.number.edge', { position: at + 1 }),
          text(rows[at]?.edge, hundredths),
        ),
        points: this.plain(
          `row.${at}.points`,
          t('programmes.number.points', { position: at + 1 }),
          text(rows[at]?.points, true),
        ),
      })),
    };
  }

  /** A checklist: what is looked for, in both languages, and what each item gives. */
  items(scoring: Scoring): IndicatorPage['items'] {
    const ticks = checklistOf(scoring);
    if (!ticks) return null;
    const label = (part: string, at: number) =>
      this.context.t(`programmes.indicatorEdit.${part}`, { position: at + 1 });
    return Array.from({ length: MOST_ROWS }, (_, at) => ({
      zh: this.plain(`item.${at}.zh`, label('itemZh', at), ticks[at]?.name.zh ?? ''),
      en: this.plain(`item.${at}.en`, label('itemEn', at), ticks[at]?.name.en ?? ''),
      points: this.plain(
        `item.${at}.points`,
        label('itemPoints', at),
        ticks[at] ? numberText({ value: ticks[at].points, hundredths: true }) : '',
      ),
    }));
  }

  options(name: string, stored: string, values: readonly string[], words: string): SwitchField {
    const field = this.plain(name, this.context.t(`programmes.indicatorEdit.${name}`), stored);
    return {
      ...field,
      options: values.map((value) => ({
        value,
        label: this.context.t(`${words}.${value}`),
        selected: value === field.value,
      })),
    };
  }

  private figure(name: string, stored: string): SwitchField {
    return this.options(name, stored, AMOUNT_KEYS, 'scoring.figure');
  }

  private number(name: string, stored: string): SwitchField {
    const label = this.context.t(`programmes.indicatorEdit.${name}`);
    return { ...this.plain(name, label, stored), options: null };
  }

  private pair(name: string, text: RuleText): readonly NumberField[] {
    return (['zh', 'en'] as const).map((lang) =>
      this.plain(
        `${name}.${lang}`,
        this.context.t(`programmes.indicatorEdit.text.${lang}`),
        text[lang],
      ),
    );
  }

  private plain(name: string, label: string, stored: string): NumberField {
    const { typed, errors } = this.loaded.state;
    const value = (typed && typedText(typed, name)) ?? stored;
    return { name, label, value, invalid: errors.some(({ field }) => field === name) };
  }
}
