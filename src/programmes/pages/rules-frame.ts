import type { RuleSet } from '../../rules/scoring/rule-set.js';
import type { ErrorSummary } from '../../web/field-models.js';
import type { FieldError } from '../../web/forms/submitted.js';
import { typedTexts } from '../../web/forms/parse-value.js';
import type { PageContext, Translate } from '../../web/page-context.js';
import { type LastYearModel, lastYearModel } from './last-year.model.js';
import { ruleText } from './rubric-view.js';
import { type RulesOnPage, problemErrors } from './rules-flow.js';

/** What every page of the rules says above and below its own fields. */
export interface RulesFrame {
  readonly id: string;
  readonly hash: string;
  readonly frozen: boolean;
  readonly editable: boolean;
  readonly refusal: string | null;
  readonly checked: boolean;
  readonly summary: ErrorSummary;
  readonly problems: readonly string[];
  readonly reason: string;
  readonly trials: readonly LastYearModel[];
  /** Where “cancel” leads. */
  readonly back: string;
  /** The check found nothing, and no earlier programme can be tried. */
  readonly untried: boolean;
}

/** A form of many like rows says in which of them something is wrong. */
function inPlace(field: string, problem: string, t: Translate): string {
  const [group = '', which = ''] = field.split('.');
  if (!places.has(group) || which === '') return problem;
  const place = t(`programmes.rules.place.${group}`, {
    which: group === 'line' ? which : String(Number(which) + 1),
  });
  return t('programmes.rules.problem', { place, problem });
}

/** A category is called as the programme calls it, not by its code. */
function named(
  variables: FieldError['variables'],
  { categories }: RuleSet,
  context: PageContext,
): FieldError['variables'] {
  const category = categories.find(({ code }) => code === variables?.category);
  return category ? { ...variables, category: ruleText(category.name, context) } : variables;
}

/** What is wrong with the rows together stands at the first of them. */
const ofRows = /\.(?:edges|twoBands|oneItem)\b/;

const places: ReadonlySet<string> = new Set(['line', 'new', 'anchor', 'row', 'item']);

export function rulesFrame(
  { programme, version, mayEdit, state }: RulesOnPage,
  back: string,
  context: PageContext,
): RulesFrame {
  const { t } = context;
  const frozen = version.frozenAt !== null;
  const barred = frozen && state.scoresExist;
  return {
    id: programme.id,
    hash: version.hash,
    frozen,
    editable: mayEdit && !barred,
    refusal: mayEdit && barred ? t('programmes.refused.scoresExist') : null,
    checked: state.checked,
    summary: {
      errors: state.errors.map(({ field, code, variables }) => ({
        name: field || 'rules',
        text: ofRows.test(code)
          ? t(code, variables)
          : inPlace(field, t(code, named(variables, state.rules, context)), t),
      })),
    },
    // Where saving was refused, the summary names them already.
    problems: state.errors.length
      ? []
      : problemErrors(state.rules).map(({ code, variables }) =>
          t(code, named(variables, state.rules, context)),
        ),
    reason: state.typed ? (typedTexts(state.typed, 'reason')[0] ?? '') : '',
    trials: state.trials.map((one) => lastYearModel(one, context)),
    back,
    untried: state.checked && state.trials.length === 0,
  };
}
