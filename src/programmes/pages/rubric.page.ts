import { writableKinds } from '../../rules/scoring/new-indicator.js';
import type { RuleSet } from '../../rules/scoring/rule-set.js';
import type { StatusTag } from '../../web/component-models.js';
import { type RawForm, typedTexts } from '../../web/forms/parse-value.js';
import type { PageContext } from '../../web/page-context.js';
import type { PageFrame } from '../../web/views/page.js';
import { officeCrumbs } from '../office-crumbs.js';
import { ruleText, trimZeros } from './rubric-view.js';
import { NEW_LINES, dimensionsOf, lineField, newField } from './rubric.form.js';
import { type RulesFrame, rulesFrame } from './rules-frame.js';
import type { RulesOnPage } from './rules-flow.js';
import type { NumberField } from './rules-fields.js';

declare module '../../web/views/page.js' {
  interface PageModels {
    'programmes/rubric': RubricPage;
  }
}

interface Options {
  readonly name: string;
  readonly label: string;
  readonly invalid: boolean;
  readonly options: readonly {
    readonly value: string;
    readonly label: string;
    readonly selected: boolean;
  }[];
}

interface Line {
  /** Empty for a new one. */
  readonly code: string;
  readonly caption: string;
  readonly codeField: NumberField | null;
  readonly href: string | null;
  readonly position: NumberField;
  readonly zh: NumberField;
  readonly en: NumberField;
  readonly weight: NumberField;
  /** Null where there is one dimension. */
  readonly dimension: Options | null;
  readonly kind: Options | null;
  readonly removed: { readonly name: string; readonly checked: boolean } | null;
}

export interface RubricPage extends PageFrame, RulesFrame {
  readonly action: string;
  readonly lead: string;
  readonly differences: readonly [];
  readonly sum: StatusTag;
  readonly lines: readonly Line[];
  readonly added: readonly Line[];
  readonly oneDimension: boolean;
}

/** A rubric as one table: names, weights, order, dimensions, what goes and what is new. */
export function rubricPage(loaded: RulesOnPage, tab: string, category: string | null) {
  return (context: PageContext): RubricPage => {
    const { t } = context;
    const { programme, version, state } = loaded;
    const rules = version.rules;
    const name = nameOf(rules, category, context);
    const title = t('programmes.rubricEdit.title', { name });
    const back = `office/programmes/${programme.id}/rules?tab=${tab}`;
    const frame = rulesFrame(loaded, back, context);
    const draw = new Drawing(loaded, rules, category, context, frame.editable);
    const total = dimensionsOf(state.rules, category)
      .flatMap(({ indicators }) => indicators)
      .reduce((sum, { weight }) => sum + weight, 0);
    return {
      ...frame,
      hash: version.hash,
      title,
      breadcrumbs: [
        ...officeCrumbs(context, programme, null).slice(0, 1),
        { label: programme.name, href: `/office/programmes/${programme.id}` },
        { label: t('programmes.rules.title'), href: `/${back}` },
        { label: title, href: null },
      ],
      action: `office/programmes/${programme.id}/rules/rubric/${tab}`,
      lead: t('programmes.rubricEdit.lead'),
      differences: [],
      sum: {
        label: t('programmes.rules.sum', { sum: trimZeros(total) }),
        tone: total === 10_000 ? 'good' : 'bad',
      },
      lines: draw.lines(),
      added: NEW_LINES.map((at) => draw.added(at)),
      oneDimension: dimensionsOf(rules, category).length === 1,
    };
  };
}

export function nameOf(rules: RuleSet, category: string | null, context: PageContext): string {
  const found = rules.categories.find(({ code }) => code === category);
  return found ? ruleText(found.name, context) : context.t('programmes.rubric.defence');
}

class Drawing {
  private readonly typed: RawForm | null;

  constructor(
    private readonly loaded: RulesOnPage,
    private readonly rules: RuleSet,
    private readonly category: string | null,
    private readonly context: PageContext,
    editable: boolean,
  ) {
    // Who cannot save reads what is stored.
    this.typed = editable ? loaded.state.typed : null;
  }

  lines(): readonly Line[] {
    const { t } = this.context;
    return dimensionsOf(this.rules, this.category).flatMap(({ indicators }, d) =>
      indicators.map(({ code, name, weight, type, scoring }, i): Line => {
        const field = (part: string) => lineField(code, part);
        const removed = this.typed && typedTexts(this.typed, field('removed'))[0] === 'on';
        return {
          code,
          caption: t('programmes.rubricEdit.kindOf', {
            type: t(`programmes.indicatorType.${type}`),
            kind: t(`programmes.scoringKind.${scoring.kind}`),
          }),
          codeField: null,
          href: `/office/programmes/${this.loaded.programme.id}/rules/indicators/${code}`,
          ...this.common(field, code, {
            position: String(i + 1),
            zh: name.zh,
            en: name.en,
            weight: String(weight / 100),
            dimension: String(d),
          }),
          kind: null,
          removed: { name: field('removed'), checked: removed === true },
        };
      }),
    );
  }

  added(at: number): Line {
    const { t } = this.context;
    const label = t('programmes.rubricEdit.new', { number: at + 1 });
    const field = (part: string) => newField(at, part);
    const stored = { position: '', zh: '', en: '', weight: '', dimension: '0' };
    return {
      code: '',
      caption: label,
      codeField: this.field(field('code'), `${label} ${t('programmes.rubricEdit.code')}`, ''),
      href: null,
      ...this.common(field, label, stored),
      kind: this.category
        ? this.options(
            field('kind'),
            `${label} ${t('programmes.rubricEdit.kind')}`,
            'anchors',
            writableKinds(this.loaded.version.rules).map((kind) => [
              kind,
              t(`programmes.scoringKind.${kind}`),
            ]),
          )
        : null,
      removed: null,
    };
  }

  private common(
    field: (part: string) => string,
    of: string,
    stored: Readonly<Record<'position' | 'zh' | 'en' | 'weight' | 'dimension', string>>,
  ) {
    const { t } = this.context;
    const one = (part: 'position' | 'zh' | 'en' | 'weight') =>
      this.field(field(part), `${of} ${t(`programmes.rubricEdit.${part}`)}`, stored[part]);
    const dimensions = dimensionsOf(this.rules, this.category);
    return {
      position: one('position'),
      zh: one('zh'),
      en: one('en'),
      weight: one('weight'),
      dimension:
        dimensions.length > 1
          ? this.options(
              field('dimension'),
              `${of} ${t('programmes.rubricEdit.dimension')}`,
              stored.dimension,
              dimensions.map(({ name }, d) => [String(d), ruleText(name!, this.context)]),
            )
          : null,
    };
  }

  private field(name: string, label: string, stored: string): NumberField {
    return { name, label, value: this.value(name, stored), invalid: this.invalid(name) };
  }

  private options(
    name: string,
    label: string,
    stored: string,
    choices: readonly (readonly [value: string, label: string])[],
  ): Options {
    const chosen = this.value(name, stored);
    return {
      name,
      label,
      invalid: this.invalid(name),
      options: choices.map(([value, words]) => ({
        value,
        label: words,
        selected: value === chosen,
      })),
    };
  }

  private value(name: string, stored: string): string {
    return this.typed ? (typedTexts(this.typed, name)[0] ?? stored) : stored;
  }

  private invalid(name: string): boolean {
    return this.loaded.state.errors.some(({ field }) => field === name);
  }
}
