import type { CombinationRule } from '../../../rules/planning/combine-scores.js';
import { COMBINATION_RULES } from '../../../rules/planning/combine-scores.js';
import type { DesignPlan, PlannedDesign } from '../../../rules/planning/plan-designs.js';
import { formatNumber } from '../../../text/format.js';
import type { TableNumbers } from '../../../web/component-models.js';
import type { PageContext, Translate } from '../../../web/page-context.js';

/** What each design asks of the judges, and what it gives with trimmed means. */
export function designTable({ designs }: DesignPlan, { t }: PageContext): TableNumbers {
  const columns = ['sheetsTotal', 'perJudge', 'hours', 'recall', 'honest', 'colluding'].map(
    (name) => ({ label: t(`planning.column.${name}`), unit: null, numeric: true }),
  );
  return tableOf(
    'designs',
    t('planning.designs'),
    [designColumn(t), ...columns],
    designs,
    (design) => {
      const { recall, favourite, favouriteOfColluder } = design.rules.trimmed;
      return [
        designName(t, design),
        formatNumber(design.sheets),
        formatNumber(design.sheetsPerJudge),
        t('planning.hours', { value: design.minutesPerJudge / 60 }),
        shareText(t, recall.value),
        shareText(t, favourite.value),
        shareText(t, favouriteOfColluder.value),
      ];
    },
  );
}

/** Share of the true winners found, under every way of combining the scores. */
export function recallTable({ designs }: DesignPlan, { t }: PageContext): TableNumbers {
  const columns = COMBINATION_RULES.map((rule) => ruleColumn(t, rule));
  return tableOf(
    'recall',
    t('planning.recall'),
    [designColumn(t), ...columns],
    designs,
    (design) => [
      designName(t, design),
      ...COMBINATION_RULES.map((rule) =>
        t('planning.shareWithError', {
          value: design.rules[rule].recall.value,
          error: design.rules[rule].recall.standardError,
        }),
      ),
    ],
  );
}

/** Chance of an undeserving favourite: all honest → one judge colluding. */
export function collusionTable({ designs }: DesignPlan, { t }: PageContext): TableNumbers {
  const columns = COMBINATION_RULES.map((rule) => ruleColumn(t, rule));
  return tableOf(
    'collusion',
    t('planning.collusion'),
    [designColumn(t), ...columns],
    designs,
    (design) => [
      designName(t, design),
      ...COMBINATION_RULES.map((rule) =>
        t('planning.fromTo', {
          from: design.rules[rule].favourite.value,
          to: design.rules[rule].favouriteOfColluder.value,
        }),
      ),
    ],
  );
}

export function designName(t: Translate, { judges, perApplication }: PlannedDesign): string {
  return judges === perApplication
    ? t('planning.design.same', { judges })
    : t('planning.design.part', { judges, perApplication });
}

export function shareText(t: Translate, value: number): string {
  return t('planning.share', { value });
}

type Column = TableNumbers['columns'][number];

function designColumn(t: Translate): Column {
  return { label: t('planning.column.design'), unit: null, numeric: false };
}

function ruleColumn(t: Translate, rule: CombinationRule): Column {
  return { label: t(`planning.rule.${rule}`), unit: null, numeric: true };
}

function tableOf(
  id: string,
  caption: string,
  columns: readonly Column[],
  designs: readonly PlannedDesign[],
  cellsOf: (design: PlannedDesign) => readonly string[],
): TableNumbers {
  return {
    id,
    caption,
    columns,
    rows: designs.map((design) => ({
      cutLine: false,
      cells: cellsOf(design).map((text, at) => ({
        text,
        href: null,
        numeric: columns[at]!.numeric,
      })),
    })),
    totals: null,
  };
}
