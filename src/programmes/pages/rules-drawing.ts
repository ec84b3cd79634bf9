import { RECOMMENDING_DIVISIONS } from '../../rules/programme/recommending-divisions.js';
import {
  type EditableNumber,
  categoryNumbers,
  editableNumbers,
  indicatorNumbers,
} from '../../rules/scoring/editable-numbers.js';
import type { Indicator } from '../../rules/scoring/indicator.js';
import {
  CATEGORY_SWITCHES,
  GENERAL_SWITCHES,
  type RuleSwitch,
} from '../../rules/scoring/rule-switches.js';
import type { CategoryRules, RuleSet } from '../../rules/scoring/rule-set.js';
import { typedTexts } from '../../web/forms/parse-value.js';
import type { PageContext } from '../../web/page-context.js';
import type { Difference } from './attempt.js';
import { indicatorView, ruleText, trimZeros } from './rubric-view.js';
import { SwitchDrawing } from './switch-drawing.js';
import { numberText } from './typed-number.js';
import type {
  CategoryEdit,
  IndicatorEdit,
  NumberField,
  RulesState,
  SwitchGroupView,
} from './rules-fields.js';

/** Draws the numbers of a rule set as fields, with what was typed and which of them are wrong. */
export class RulesDrawing {
  constructor(
    private readonly state: RulesState,
    private readonly context: PageContext,
  ) {}

  field(number: EditableNumber, position = 0): NumberField {
    const { t } = this.context;
    const label = t(`programmes.number.${number.role}`, { position });
    return this.plain(number.paths[0]!, label, numberText(number));
  }

  indicator(indicator: Indicator, path: string): IndicatorEdit {
    const [weight, ...rest] = indicatorNumbers(indicator, path);
    const seen = new Map<string, number>();
    const fields = rest.map((number) => {
      const position = (seen.get(number.role) ?? 0) + 1;
      seen.set(number.role, position);
      return this.field(number, position);
    });
    const view = indicatorView(indicator, this.context);
    return { ...view, weightField: this.field(weight!), fields };
  }

  category(category: CategoryRules, c: number): CategoryEdit {
    const { t } = this.context;
    const path = `categories.${c}`;
    const total = category.rubric
      .flatMap(({ indicators }) => indicators)
      .reduce((sum, { weight }) => sum + weight, 0);
    return {
      code: category.code,
      name: ruleText(category.name, this.context),
      sum: {
        label: t('programmes.rules.sum', { sum: trimZeros(total) }),
        tone: total === 10_000 ? 'good' : 'bad',
      },
      names: (['zh', 'en'] as const).map((lang) =>
        this.plain(`${path}.name.${lang}`, t(`programmes.rules.name.${lang}`), category.name[lang]),
      ),
      fields: categoryNumbers(category, path).map((number) => this.field(number)),
      switches: this.switches(CATEGORY_SWITCHES, category, `${path}.`),
      divisions: RECOMMENDING_DIVISIONS.map((code) =>
        this.plain(
          `${path}.divisionQuotas.${code}`,
          t(`division.${code}`),
          String(category.divisionQuotas?.[code] ?? ''),
        ),
      ),
      dimensions: category.rubric.map((dimension, d) => ({
        id: dimension.code.replaceAll('.', '-'),
        name: ruleText(dimension.name, this.context),
        indicators: dimension.indicators.map((indicator, i) =>
          this.indicator(indicator, `${path}.rubric.${d}.indicators.${i}`),
        ),
      })),
    };
  }

  general(): readonly SwitchGroupView[] {
    return this.switches(GENERAL_SWITCHES, this.state.rules, '');
  }

  private switches(
    switches: readonly RuleSwitch[],
    rules: RuleSet | CategoryRules,
    base: string,
  ): readonly SwitchGroupView[] {
    return new SwitchDrawing(this.state, this.context).groups(switches, rules, base);
  }

  differences(newest: RuleSet): Difference[] {
    const mine = new Map(
      editableNumbers(this.state.rules).map((one) => [one.paths[0]!, numberText(one)]),
    );
    const switched = new SwitchDrawing(this.state, this.context).differences(newest);
    const numbers = editableNumbers(newest).flatMap((one) => {
      const path = one.paths[0]!;
      const theirs = numberText(one);
      const own = mine.get(path) ?? '';
      return own === theirs
        ? []
        : [{ label: this.place(newest, path, one.role), theirs, mine: own }];
    });
    return [...numbers, ...switched];
  }

  private place(rules: RuleSet, path: string, role: string): string {
    const { t } = this.context;
    const steps = path.split('.').map(Number);
    const found =
      path.startsWith('categories') && path.includes('.rubric.')
        ? rules.categories[steps[1]!]!.rubric[steps[3]!]!.indicators[steps[5]!]
        : path.startsWith('defenceSheet')
          ? rules.defenceSheet[steps[1]!]
          : undefined;
    const name = found ? found.code : (rules.categories[steps[1]!]?.code ?? '');
    return `${name} ${t(`programmes.number.${role}`, { position: 0 })}`.trim();
  }

  private plain(name: string, label: string, stored: string): NumberField {
    const { typed, errors } = this.state;
    const value = typed ? (typedTexts(typed, name)[0] ?? stored) : stored;
    return { name, label, value, invalid: errors.some(({ field }) => field === name) };
  }
}
