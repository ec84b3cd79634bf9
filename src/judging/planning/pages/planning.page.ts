import type { JobRow } from '../../../jobs/calculation-jobs.js';
import type { CategoryRow, ProgrammeRow } from '../../../programmes/programme.queries.js';
import type { DesignPlan } from '../../../rules/planning/plan-designs.js';
import { DEFAULT_ASSUMPTIONS } from '../../../rules/planning/score-model.js';
import { categoryRules } from '../../../rules/scoring/category-sheets.js';
import type { CategoryCode, RuleSet } from '../../../rules/scoring/rule-set.js';
import { formatNumber } from '../../../text/format.js';
import { allows } from '../../../web/access/policies.js';
import type { SummaryList, TableNumbers, Tabs } from '../../../web/component-models.js';
import type {
  ErrorSummary,
  FieldNumber,
  FieldRadios,
  FieldText,
} from '../../../web/field-models.js';
import type { Submitted } from '../../../web/forms/submitted.js';
import type { PageContext } from '../../../web/page-context.js';
import type { PageFrame } from '../../../web/views/page.js';
import type { PastRound } from '../planning.queries.js';
import type { PlanRequest } from '../request-plan.js';
import { categoryName } from '../../sheets/pages/judging-home.page.js';
import { type PlanningChart, planningChart } from './planning-chart.js';
import { type PlanningForm, spreadFields } from './planning.form.js';
import { collusionTable, designTable, recallTable } from './planning.tables.js';

declare module '../../../web/views/page.js' {
  interface PageModels {
    'judging/planning': PlanningPage;
  }
}

export interface PlanningPage extends PageFrame {
  readonly programmeId: string;
  readonly categoryId: string;
  readonly tabs: Tabs;
  readonly running: string | null;
  readonly form: PlanningFields | null;
  readonly summary: ErrorSummary;
  readonly past: string;
  readonly result: PlanResult | null;
}

interface PlanningFields {
  readonly budget: readonly FieldNumber[];
  readonly source: FieldRadios;
  readonly spread: readonly FieldNumber[];
  readonly runs: FieldNumber;
  readonly seed: FieldText;
}

interface PlanResult {
  readonly sentence: string;
  readonly facts: SummaryList;
  readonly chart: PlanningChart;
  readonly designs: TableNumbers;
  readonly recall: TableNumbers;
  readonly collusion: TableNumbers;
}

export interface PlanningRows {
  readonly programme: ProgrammeRow;
  readonly categories: readonly CategoryRow[];
  readonly category: CategoryRow;
  readonly past: PastRound | null;
  readonly job: Pick<JobRow, 'id' | 'state'> | null;
  readonly plan: DesignPlan | null;
  readonly form: Submitted<PlanningForm>;
}

export function planningPage(rows: PlanningRows) {
  return (context: PageContext): PlanningPage => {
    const { t, actor } = context;
    const { programme, category, past, job, plan } = rows;
    const path = `/office/programmes/${programme.id}/planning`;
    const drawn = context.draw(rows.form);
    const title = t('planning.title');
    return {
      title,
      breadcrumbs: [
        { label: t('navigation.office'), href: '/office' },
        { label: programme.name, href: `/office/programmes/${programme.id}` },
        { label: title, href: null },
      ],
      programmeId: programme.id,
      categoryId: category.id,
      tabs: {
        label: t('planning.category'),
        tabs: rows.categories.map((one) => ({
          href: `${path}?category=${one.id}`,
          label: categoryName(one, context),
          current: one.id === category.id,
          count: null,
        })),
      },
      running: job && (job.state === 'queued' || job.state === 'running') ? job.id : null,
      form: allows('programme.prepare', actor)
        ? {
            budget: (['applications', 'winners', 'judges', 'sheets', 'minutes'] as const).map(
              (name) => drawn.number(name),
            ),
            source: drawn.radios('source'),
            spread: spreadFields.map((name) => drawn.number(name)),
            runs: drawn.number('runs'),
            seed: drawn.text('seed', 'medium'),
          }
        : null,
      summary: drawn.summary,
      past: past
        ? t('planning.past', {
            programme: past.programmeName,
            applications: past.applications,
            judges: past.judges,
            sheets: past.sheets,
          })
        : t('planning.past.none'),
      result: plan && resultOf(plan, context),
    };
  };
}

const USUAL = { judges: 9, perApplication: 7, minutes: 20, runs: 300 };

/** The last question again, or a first one from last year's round and this year's rules. */
export function proposedPlan(
  programme: ProgrammeRow,
  category: CategoryRow,
  rules: RuleSet,
  past: PastRound | null,
  plan: DesignPlan | null,
): PlanRequest {
  if (plan) {
    const source = originOf(plan);
    const { budget, assumptions: own, seed } = plan;
    return { budget, source: source === 'past' && !past ? 'own' : source, own, seed };
  }
  const { quota } = categoryRules(rules, category.code as CategoryCode);
  const applications = past?.applications ?? quota * 6;
  const judges = past?.judges ?? USUAL.judges;
  const sheets = past?.sheets ?? applications * USUAL.perApplication;
  return {
    budget: {
      applications,
      winners: Math.min(quota, applications),
      judges,
      sheets: Math.max(sheets, applications),
      minutes: USUAL.minutes,
      runs: USUAL.runs,
    },
    source: past ? 'past' : 'documented',
    own: DEFAULT_ASSUMPTIONS,
    seed: String(programme.year),
  };
}

function resultOf(plan: DesignPlan, context: PageContext): PlanResult {
  return {
    sentence: sentenceOf(plan, context),
    facts: factsOf(plan, context),
    chart: planningChart(plan, context),
    designs: designTable(plan, context),
    recall: recallTable(plan, context),
    collusion: collusionTable(plan, context),
  };
}

/** The design that finds most with trimmed means, and what a colluder does to it. */
function sentenceOf({ designs }: DesignPlan, { t }: PageContext): string {
  const best = designs.toSorted(
    (a, b) => b.rules.trimmed.recall.value - a.rules.trimmed.recall.value,
  )[0]!;
  const { recall, favourite, favouriteOfColluder } = best.rules.trimmed;
  return t('planning.sentence', {
    kind: best.judges === best.perApplication ? 'same' : 'part',
    judges: best.judges,
    perApplication: best.perApplication,
    recall: recall.value,
    honest: favourite.value,
    colluding: favouriteOfColluder.value,
  });
}

function factsOf(plan: DesignPlan, { t }: PageContext): SummaryList {
  const { budget, assumptions, seed } = plan;
  const whole = (['applications', 'winners', 'judges', 'sheets', 'runs'] as const).map(
    (name) => [t(`planning.${name}`), formatNumber(budget[name])] as const,
  );
  const rows = [
    ...whole,
    [t('planning.source'), t(`planning.source.${originOf(plan)}`)] as const,
    ...spreadFields.map(
      (name) => [t(`planning.${name}`), t('planning.value', { value: assumptions[name] })] as const,
    ),
    [t('planning.seed'), seed] as const,
  ];
  return { rows: rows.map(([term, value]) => ({ term, value, action: null })) };
}

function originOf({ estimated, assumptions }: DesignPlan): PlanRequest['source'] {
  if (estimated) return 'past';
  const documented = spreadFields.every((name) => assumptions[name] === DEFAULT_ASSUMPTIONS[name]);
  return documented ? 'documented' : 'own';
}
