import type { CategoryEdit, IndicatorEdit, NumberField, SwitchGroupView } from './rules-fields.js';
import { editableNumbers, trimNumbers } from '../../rules/scoring/editable-numbers.js';
import type { CategoryCode, RuleSet } from '../../rules/scoring/rule-set.js';
import { formatInstant } from '../../text/format.js';
import type { Tabs } from '../../web/component-models.js';
import type { PageContext } from '../../web/page-context.js';
import type { PageFrame } from '../../web/views/page.js';
import type { RuleVersionLine } from '../set-up.queries.js';
import type { Difference } from './attempt.js';
import { officeCrumbs } from '../office-crumbs.js';
import { ruleText } from './rubric-view.js';
import { type RulesFrame, rulesFrame } from './rules-frame.js';
import type { RulesOnPage } from './rules-flow.js';
import { type ExpectedFlagsModel, expectedFlagsModel } from './expected-flags.model.js';
import type { PastRoundTotals } from '../past-spread.js';
import { RulesDrawing } from './rules-drawing.js';
import { type RulesReading, rulesReading } from './rules-reading.js';

declare module '../../web/views/page.js' {
  interface PageModels {
    'programmes/rules': RulesPage;
  }
}

export interface RulesPage extends PageFrame, RulesFrame {
  readonly shortHash: string;
  readonly differences: readonly Difference[];
  readonly tab: string;
  /** Where indicators are added, ordered and taken out. */
  readonly structure: string | null;
  readonly tabs: Tabs;
  readonly general: readonly NumberField[];
  readonly switches: readonly SwitchGroupView[];
  /** How many applications the spread rule is likely to have scored again; null on other tabs. */
  readonly expected: ExpectedFlagsModel | null;
  readonly trim: readonly { readonly label: string; readonly fields: readonly NumberField[] }[];
  readonly categories: readonly CategoryEdit[];
  readonly defence: readonly IndicatorEdit[];
  /** In place of the fields, where nothing can be changed. */
  readonly reading: readonly RulesReading[];
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
  loaded: RulesOnPage,
  versions: readonly RuleVersionLine[],
  asked: string,
  past: ReadonlyMap<string, PastRoundTotals> | null,
) {
  return (context: PageContext): RulesPage => {
    const { t, lang } = context;
    const { programme, version, state } = loaded;
    const draw = new RulesDrawing(state, context);
    const { rules } = state;
    const title = t('programmes.rules.title');
    const tab = tabOf(rules, asked);
    const frame = rulesFrame(loaded, `office/programmes/${programme.id}`, context);
    const fields = {
      general: tab === GENERAL ? [draw.field(editableNumbers(rules)[0]!)] : [],
      switches: tab === GENERAL ? draw.general() : [],
      trim: rules.trimTable.map(({ from, to }, i) => ({
        label:
          to === null
            ? t('programmes.rules.trimFrom', { from })
            : t('programmes.rules.trimRow', { from, to }),
        fields: trimNumbers(rules)
          .slice(i * 2, i * 2 + 2)
          .map((number) => draw.field(number)),
      })),
      categories: rules.categories.flatMap((category, c) =>
        category.code === tab ? [draw.category(category, c)] : [],
      ),
    };
    return {
      ...frame,
      ...fields,
      reading: frame.editable ? [] : rulesReading(fields, context),
      title,
      breadcrumbs: officeCrumbs(context, programme, title),
      shortHash: version.hash.slice(0, 16),
      differences: state.conflicting ? draw.differences(version.rules) : [],
      expected: past && expectedFlagsModel(rules, past, context),
      tab,
      structure: tab === GENERAL ? null : `office/programmes/${programme.id}/rules/rubric/${tab}`,
      tabs: tabsOf(rules, programme.id, tab, context),
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

export const DEFENCE = 'defence';
/** What holds for every category. */
export const GENERAL = 'general';

/** A tab there is: the first for any other. */
export function tabOf(rules: RuleSet, asked: string): string {
  const known =
    rules.categories.some(({ code }) => code === asked) || [DEFENCE, GENERAL].includes(asked);
  return known ? asked : rules.categories[0]!.code;
}

/** The defence sheet matters where it carries weight, what is general everywhere. */
export function categoriesOfTab(rules: RuleSet, asked: string): readonly CategoryCode[] {
  const tab = tabOf(rules, asked);
  return rules.categories
    .filter(
      ({ code, composite }) =>
        tab === GENERAL || (tab === DEFENCE ? composite.defence > 0 : code === tab),
    )
    .map(({ code }) => code);
}

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
      link(GENERAL, t('programmes.rules.generalTab')),
    ],
  };
}
