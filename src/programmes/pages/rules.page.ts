import type { CategoryEdit, IndicatorEdit, NumberField, RulesState } from './rules-fields.js';
import { editableNumbers, trimNumbers } from '../../rules/scoring/editable-numbers.js';
import type { RuleSet } from '../../rules/scoring/rule-set.js';
import { validateRuleSet } from '../../rules/scoring/validate-rule-set.js';
import { formatInstant } from '../../text/format.js';
import type { ErrorSummary } from '../../web/field-models.js';
import type { Tabs } from '../../web/component-models.js';
import { typedTexts } from '../../web/forms/parse-value.js';
import type { PageContext } from '../../web/page-context.js';
import type { PageFrame } from '../../web/views/page.js';
import type { ProgrammeRow, RuleVersionRow } from '../programme.queries.js';
import type { RuleVersionLine } from '../set-up.queries.js';
import type { Difference } from './attempt.js';
import { officeCrumbs } from '../office-crumbs.js';
import { ruleText } from './rubric-view.js';
import { RulesDrawing } from './rules-drawing.js';

declare module '../../web/views/page.js' {
  interface PageModels {
    'programmes/rules': RulesPage;
  }
}

export interface RulesPage extends PageFrame {
  readonly id: string;
  readonly hash: string;
  readonly shortHash: string;
  readonly frozen: boolean;
  readonly editable: boolean;
  readonly refusal: string | null;
  readonly checked: boolean;
  readonly summary: ErrorSummary;
  readonly differences: readonly Difference[];
  readonly problems: readonly string[];
  readonly reason: string;
  readonly tab: string;
  readonly tabs: Tabs;
  readonly general: readonly NumberField[];
  readonly trim: readonly { readonly label: string; readonly fields: readonly NumberField[] }[];
  readonly categories: readonly CategoryEdit[];
  readonly defence: readonly IndicatorEdit[];
  readonly versions: readonly {
    readonly label: string;
    readonly hash: string;
    readonly when: string;
    readonly who: string;
    readonly reason: string;
    readonly frozen: string;
  }[];
}

export function rulesPage(
  programme: ProgrammeRow,
  version: RuleVersionRow,
  versions: readonly RuleVersionLine[],
  mayEdit: boolean,
  state: RulesState,
) {
  return (context: PageContext): RulesPage => {
    const { t, lang } = context;
    const frozen = version.frozenAt !== null;
    const draw = new RulesDrawing(state, context);
    const { rules } = state;
    const title = t('programmes.rules.title');
    const tab =
      rules.categories.some(({ code }) => code === state.tab) || state.tab === DEFENCE
        ? state.tab
        : rules.categories[0]!.code;
    return {
      title,
      breadcrumbs: officeCrumbs(context, programme, title),
      id: programme.id,
      hash: version.hash,
      shortHash: version.hash.slice(0, 16),
      frozen,
      editable: mayEdit && !(frozen && state.scoresExist),
      refusal: mayEdit && frozen && state.scoresExist ? t('programmes.refused.scoresExist') : null,
      checked: state.checked && state.errors.length === 0,
      summary: {
        errors: state.errors.map(({ field, code, variables }) => ({
          name: field || 'rules',
          text: t(code, variables),
        })),
      },
      differences: state.conflicting ? draw.differences(version.rules) : [],
      problems: validateRuleSet(rules).map(({ key, variables }) => t(key, variables)),
      reason: state.typed ? (typedTexts(state.typed, 'reason')[0] ?? '') : '',
      general: [draw.field(editableNumbers(rules)[0]!)],
      trim: rules.trimTable.map(({ from, to }, i) => ({
        label:
          to === null
            ? t('programmes.rules.trimFrom', { from })
            : t('programmes.rules.trimRow', { from, to }),
        fields: trimNumbers(rules)
          .slice(i * 2, i * 2 + 2)
          .map((number) => draw.field(number)),
      })),
      tab,
      tabs: tabsOf(rules, programme.id, tab, context),
      categories: rules.categories.flatMap((category, c) =>
        category.code === tab ? [draw.category(category, c)] : [],
      ),
      defence:
        tab === DEFENCE
          ? rules.defenceSheet.map((one, i) => draw.indicator(one, `defenceSheet.${i}`))
          : [],
      versions: versions.map((one) => ({
        label: t('programmes.rules.version', { number: one.number }),
        hash: one.hash.slice(0, 16),
        when: formatInstant(lang, one.createdAt),
        who: one.authorName ?? '',
        reason: one.reason,
        frozen: one.frozenAt
          ? t('programmes.rules.frozenAt', { when: formatInstant(lang, one.frozenAt) })
          : t('programmes.rules.notFrozen'),
      })),
    };
  };
}

const DEFENCE = 'defence';

function tabsOf(rules: RuleSet, id: string, tab: string, context: PageContext): Tabs {
  const { t } = context;
  const link = (code: string, label: string) => ({
    href: `/office/programmes/${id}/rules?tab=${code}`,
    label,
    current: code === tab,
    count: null,
  });
  return {
    label: t('programmes.categories'),
    tabs: [
      ...rules.categories.map(({ code, name }) => link(code, ruleText(name, context))),
      link(DEFENCE, t('programmes.rubric.defence')),
    ],
  };
}
