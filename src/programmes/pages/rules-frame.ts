import { validateRuleSet } from '../../rules/scoring/validate-rule-set.js';
import type { ErrorSummary } from '../../web/field-models.js';
import { typedTexts } from '../../web/forms/parse-value.js';
import type { PageContext, Translate } from '../../web/page-context.js';
import { type LastYearModel, lastYearModel } from './last-year.model.js';
import type { RulesOnPage } from './rules-flow.js';

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
        text: ofRows.test(code) ? t(code, variables) : inPlace(field, t(code, variables), t),
      })),
    },
    // Where saving was refused, the summary names them already.
    problems: state.errors.length
      ? []
      : validateRuleSet(state.rules).map(({ key, variables }) => t(key, variables)),
    reason: state.typed ? (typedTexts(state.typed, 'reason')[0] ?? '') : '',
    trials: state.trials.map((one) => lastYearModel(one, context)),
    back,
    untried: state.checked && state.trials.length === 0,
  };
}
