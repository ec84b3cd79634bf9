import { seatInWords } from '../../../rules/rounds/seat-in-words.js';
import type { TrialRanking } from '../../../rules/ranking/trial-ranking.js';
import type { StatusTag } from '../../../web/component-models.js';
import type { ErrorSummary, FieldNumber, FieldSelect } from '../../../web/field-models.js';
import { type Submitted, unsentForm } from '../../../web/forms/submitted.js';
import type { PageContext } from '../../../web/page-context.js';
import type { AnalysedStandings } from '../analysis.queries.js';
import type { StandingRow } from '../standing.queries.js';
import { type AnalysisFrame, analysisFrame } from './analysis-frame.js';
import { outcomeTones } from '../../pages/labels.js';
import { percent, ruleText } from './robustness.page.js';
import { WhatIfForm } from './what-if.form.js';

declare module '../../../web/views/page.js' {
  interface PageModels {
    'awards/what-if': WhatIfPage;
  }
}

export interface WhatIfPage extends AnalysisFrame {
  readonly summary: ErrorSummary;
  readonly form: WhatIfFields | null;
  readonly trial: TrialModel | null;
}

interface WhatIfFields {
  readonly rule: FieldSelect;
  readonly drop: FieldNumber;
  readonly quota: FieldNumber;
  readonly without: FieldSelect;
}

interface TrialModel {
  readonly chosen: string;
  readonly sentence: string;
  readonly seed: string;
  readonly rows: readonly TrialRow[];
}

interface TrialRow {
  readonly trial: number;
  readonly official: number;
  readonly moved: string;
  readonly merchant: string;
  readonly receipt: string;
  readonly score: string;
  readonly composite: string;
  readonly outcome: StatusTag;
  readonly inside: StatusTag;
  readonly probability: string | null;
  readonly cutLine: boolean;
}

export function whatIfPage(
  standings: AnalysedStandings,
  trial: TrialRanking | null,
  sent: Submitted<WhatIfForm> | null = null,
) {
  return (context: PageContext): WhatIfPage => ({
    ...analysisFrame(context, standings, 'what-if'),
    summary: sent ? context.draw(sent).summary : { errors: [] },
    form: standings.job?.result ? formModel(context, standings, trial, sent) : null,
    trial: trial && trialModel(context, standings.rows, trial),
  });
}

function formModel(
  context: PageContext,
  { job }: AnalysedStandings,
  trial: TrialRanking | null,
  sent: Submitted<WhatIfForm> | null,
): WhatIfFields | null {
  const result = job?.result;
  if (!result) return null;
  const { t } = context;
  const { rule, quota } = (trial ?? result).robustness;
  const stored = {
    rule,
    drop: String((trial ?? result).drop),
    quota: String(quota),
    without: trial?.without ?? '',
  };
  const form = context.draw(sent ?? unsentForm(WhatIfForm, stored));
  const seats = [...new Set(result.ratings.map(({ judge }) => judge))].sort(
    (a, b) => Number(a) - Number(b),
  );
  const without = form.select(
    'without',
    seats.map((value) => ({ value, label: t('awards.ranking.seat', seatInWords(Number(value))) })),
  );
  return {
    rule: form.select('rule'),
    drop: form.number('drop'),
    quota: form.number('quota'),
    without: { ...without, placeholder: t('awards.trial.everybody') },
  };
}

function trialModel(
  context: PageContext,
  rows: readonly StandingRow[],
  { robustness, drop, without }: TrialRanking,
): TrialModel {
  const { t } = context;
  const quota = robustness.quota ?? 0;
  const official = new Map(rows.map((row) => [row.receipt, row]));
  const last = robustness.ranking.findLast(({ standing }) => standing <= quota);
  const decimals = robustness.rule === 'zscore' ? 3 : 2;
  const shown = robustness.ranking.flatMap((one): TrialRow[] => {
    const row = official.get(one.id);
    if (!row) return [];
    const inside = one.standing <= quota;
    return [
      {
        trial: one.standing,
        official: row.standing,
        moved: movedText(context, row.standing - one.standing),
        merchant: row.merchant,
        receipt: row.receipt,
        score: one.score.toFixed(decimals),
        composite: row.composite,
        outcome: {
          label: t(`awards.outcome.${row.outcome}`),
          tone: outcomeTones[row.outcome] ?? 'neutral',
        },
        inside: {
          label: t(`awards.trial.inside.${change(inside, row.outcome === 'proposed')}`),
          tone: inside === (row.outcome === 'proposed') ? 'neutral' : 'attention',
        },
        probability: percent(one.withinQuota),
        cutLine: one === last,
      },
    ];
  });
  const changed = shown.filter(({ inside }) => inside.tone === 'attention').length;
  const panel = without
    ? t('awards.robustness.without', seatInWords(Number(without)))
    : t('awards.trial.everybody');
  return {
    chosen: t('awards.trial.chosen', { rule: ruleText(context, robustness, drop), quota, panel }),
    sentence: t('awards.trial.sentence', { changed }),
    seed: t('awards.trial.seed', {
      seed: String(robustness.seed),
      replications: robustness.replications,
    }),
    rows: shown,
  };
}

function movedText({ t }: PageContext, places: number): string {
  if (places === 0) return t('awards.trial.same');
  return t(places > 0 ? 'awards.trial.up' : 'awards.trial.down', { places: Math.abs(places) });
}

function change(inside: boolean, proposed: boolean): 'stays' | 'enters' | 'leaves' | 'outside' {
  if (inside) return proposed ? 'stays' : 'enters';
  return proposed ? 'leaves' : 'outside';
}
