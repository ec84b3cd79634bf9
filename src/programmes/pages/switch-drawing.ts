import {
  CATEGORY_SWITCHES,
  GENERAL_SWITCHES,
  type RuleSwitch,
  type SwitchValue,
} from '../../rules/scoring/rule-switches.js';
import type { CategoryRules, RuleSet } from '../../rules/scoring/rule-set.js';
import { switchValue } from '../../rules/scoring/switch-values.js';
import type { PageContext } from '../../web/page-context.js';
import type { Difference } from './attempt.js';
import type { RulesState, SwitchField, SwitchGroupView } from './rules-fields.js';
import { numberText, typedText } from './typed-number.js';

/** Draws the table of switches as fields, by its groups. */
export class SwitchDrawing {
  constructor(
    private readonly state: Pick<RulesState, 'rules' | 'typed' | 'errors'>,
    private readonly context: PageContext,
  ) {}

  /** @param base path of the rules that the switches stand in, with a dot at its end */
  groups(
    switches: readonly RuleSwitch[],
    rules: RuleSet | CategoryRules,
    base: string,
  ): readonly SwitchGroupView[] {
    const { t } = this.context;
    const names = [...new Set(switches.map(({ group }) => group))];
    return names.map((group) => ({
      id: `${base}${group}`.replaceAll('.', '-'),
      title: t(`programmes.switches.${group}`),
      text: t(`programmes.switches.${group}.text`),
      fields: switches
        .filter((one) => one.group === group)
        .map((one) => this.field(one, rules, base)),
    }));
  }

  /** Switches that somebody else saved otherwise than they were typed here. */
  differences(newest: RuleSet): Difference[] {
    const compare = (
      switches: readonly RuleSwitch[],
      theirs: RuleSet | CategoryRules,
      mine: RuleSet | CategoryRules,
      of: string,
    ) =>
      switches.flatMap((one) => {
        const [stored, own] = [theirs, mine].map((rules) =>
          this.words(one, switchValue(rules, one)),
        );
        return stored === own
          ? []
          : [{ label: `${of} ${this.label(one)}`.trim(), theirs: stored!, mine: own! }];
      });
    const { rules } = this.state;
    return [
      ...compare(GENERAL_SWITCHES, newest, rules, ''),
      ...newest.categories.flatMap((category, c) =>
        compare(CATEGORY_SWITCHES, category, rules.categories[c]!, category.code),
      ),
    ];
  }

  private field(one: RuleSwitch, rules: RuleSet | CategoryRules, base: string): SwitchField {
    const name = `${base}${one.path}`;
    const { typed, errors } = this.state;
    const stored = valueText(one, switchValue(rules, one));
    const value = (typed && typedText(typed, name)) ?? stored;
    const choices = one.kind === 'flag' ? ['yes', 'no'] : one.values;
    return {
      name,
      label: this.label(one),
      value,
      invalid: errors.some(({ field }) => field === name),
      options: choices
        ? [...(one.optional ? [''] : []), ...choices].map((choice) => ({
            value: choice,
            label: this.choice(one, choice),
            selected: choice === value,
          }))
        : null,
    };
  }

  /** A place of an order is named by its number, a relation by its own. */
  private label({ path, group }: RuleSwitch): string {
    const { t } = this.context;
    const last = path.split('.').at(-1)!;
    if (group === 'ties') return t('programmes.switch.tiePlace', { place: Number(last) + 1 });
    if (group === 'relations') return t(`judging.ground.${last}`);
    return t(`programmes.switch.${path}`);
  }

  private choice({ kind, options = '' }: RuleSwitch, value: string): string {
    const { t } = this.context;
    if (value === '') return t('programmes.switch.none');
    return t(kind === 'flag' ? `programmes.switch.${value}` : `${options}.${value}`);
  }

  private words(one: RuleSwitch, value: SwitchValue): string {
    const text = valueText(one, value);
    return one.kind === 'flag' || one.kind === 'choice' || text === ''
      ? this.choice(one, text)
      : text;
  }
}

function valueText({ kind }: RuleSwitch, value: SwitchValue): string {
  if (typeof value === 'number') return numberText({ value, hundredths: kind === 'hundredths' });
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return value ?? '';
}
