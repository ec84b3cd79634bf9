import { seatInWords } from '../../../rules/rounds/seat-in-words.js';
import type { CutLineChange } from '../../../rules/ranking/robustness-cut-line.js';
import {
  type Membership,
  type RankingRobustness,
  type SureEntry,
  membershipOf,
} from '../../../rules/ranking/robustness.js';
import type { StandingsAnalysis } from '../../../rules/ranking/analyse-standings.js';
import { formatInstant, formatNumber } from '../../../text/format.js';
import type { StatusTag, SummaryList } from '../../../web/component-models.js';
import type { PageContext } from '../../../web/page-context.js';
import type { AnalysedStandings } from '../analysis.queries.js';
import { type AnalysisFrame, analysisFrame } from './analysis-frame.js';
import { outcomeTones } from '../../pages/labels.js';
import { type RankIntervalModel, rankInterval } from './rank-interval.js';

declare module '../../../web/views/page.js' {
  interface PageModels {
    'awards/robustness': RobustnessPage;
  }
}

export interface RobustnessPage extends AnalysisFrame {
  readonly found: RobustnessFound | null;
}

interface RobustnessFound {
  readonly sentence: string;
  readonly explanation: string;
  readonly unsure: string | null;
  readonly differs: string | null;
  readonly axis: string;
  readonly rows: readonly SureRow[];
  readonly byRule: readonly ChangeRow[];
  readonly byJudge: readonly ChangeRow[];
  readonly facts: SummaryList;
  readonly command: string;
  readonly downloads: readonly { readonly label: string; readonly href: string }[];
}

interface SureRow {
  readonly standing: number;
  readonly merchant: string;
  readonly receipt: string;
  readonly composite: string;
  readonly outcome: StatusTag;
  readonly interval: string | null;
  readonly drawing: RankIntervalModel | null;
  readonly probability: string | null;
  /** What can be said of the list as a whole; null in an analysis of the time before it was. */
  readonly membership: StatusTag | null;
  readonly cutLine: boolean;
}

interface ChangeRow {
  readonly label: string;
  readonly enters: readonly string[];
  readonly leaves: readonly string[];
  readonly note: string | null;
}

export function robustnessPage(standings: AnalysedStandings) {
  return (context: PageContext): RobustnessPage => ({
    ...analysisFrame(context, standings, 'robustness'),
    found: standings.job?.result
      ? foundModel(context, standings, standings.job.result, standings.job.finishedAt ?? '')
      : null,
  });
}

function foundModel(
  context: PageContext,
  { category, lock, rows }: AnalysedStandings,
  analysis: StandingsAnalysis,
  finishedAt: string,
): RobustnessFound {
  const { t, lang } = context;
  const { robustness, drop } = analysis;
  const { quota, summary, ranking } = robustness;
  const sure = new Map(ranking.map((one) => [one.id, one]));
  const names = new Map(rows.map(({ receipt, merchant }) => [receipt, merchant]));
  const moved = rows.filter(({ receipt, standing }) => sure.get(receipt)?.standing !== standing);
  const last = rows.findLast(({ outcome }) => outcome === 'proposed');
  const rule = ruleText(context, robustness, drop);
  return {
    sentence: summary ? t(summary.code, summary.variables) : '',
    explanation: summary ? t(`awards.${summary.code}`, { quota: quota ?? 0 }) : '',
    unsure: robustness.unsureReason && t(robustness.unsureReason, robustness.unsureVariables),
    differs: moved.length ? t('awards.robustness.differs', { count: moved.length, rule }) : null,
    axis: t('awards.robustness.axis', { entries: ranking.length }),
    rows: rows.map((row) => ({
      standing: row.standing,
      merchant: row.merchant,
      receipt: row.receipt,
      composite: row.composite,
      outcome: {
        label: t(`awards.outcome.${row.outcome}`),
        tone: outcomeTones[row.outcome] ?? 'neutral',
      },
      cutLine: row === last,
      ...sureCells(context, row, sure.get(row.receipt), robustness),
    })),
    byRule: robustness.byRule.map(({ rule: name, ...change }) =>
      changeRow(context, t(`robustness.rule.${name}`), change, names),
    ),
    byJudge: robustness.byJudge
      .toSorted((a, b) => Number(a.judge) - Number(b.judge))
      .map(({ judge, ...change }) =>
        changeRow(
          context,
          t('awards.robustness.without', seatInWords(Number(judge))),
          change,
          names,
        ),
      ),
    facts: factList([
      [t('awards.robustness.rule'), rule],
      [t('awards.robustness.quota'), String(quota)],
      [t('awards.robustness.replications'), formatNumber(robustness.replications)],
      [t('awards.robustness.seed'), String(robustness.seed)],
      [t('awards.lock.hash'), lock.inputHash],
      [t('awards.robustness.computedAt'), formatInstant(lang, finishedAt)],
    ]),
    command: `npx --no-install biaogan scores rank ${category.code}-composite.csv --rule ${robustness.rule} --drop ${drop} --quota ${quota} --seed ${robustness.seed}`,
    downloads: ['composite', ...analysis.sheets.map(({ sheet }) => sheet)].map((part) => ({
      label: t(`awards.analysis.ratings.${part}`),
      href: `/office/standings/${category.id}/ratings/${part}`,
    })),
  };
}

/** 1,000 simulations give tenths of a per cent exactly. */
export function percent(share: number | null): string | null {
  return share === null ? null : `${(100 * share).toFixed(1)}%`;
}

export function ruleText(
  { t }: PageContext,
  { rule }: Pick<RankingRobustness, 'rule'>,
  drop: number,
): string {
  return t(`awards.rule.${rule}`, { drop });
}

function sureCells(
  context: PageContext,
  row: { readonly receipt: string; readonly merchant: string },
  sure: SureEntry | undefined,
  { quota, ranking }: RankingRobustness,
) {
  const none = { interval: null, drawing: null, probability: null, membership: null };
  if (!sure?.interval || quota === null) return none;
  const { interval, standing } = sure;
  const { t } = context;
  const membership = membershipOf(sure.listSet, quota);
  const entries = ranking.length;
  return {
    interval: t(`awards.robustness.${interval.low === interval.high ? 'place' : 'places'}`, {
      ...interval,
    }),
    drawing: rankInterval(context, {
      key: row.receipt,
      name: row.merchant,
      interval,
      standing,
      quota,
      entries,
    }),
    probability: percent(sure.withinQuota),
    membership: membership && {
      label: t(`awards.robustness.list.${membership}`),
      tone: MEMBERSHIP_TONES[membership],
    },
  };
}

const MEMBERSHIP_TONES: Readonly<Record<Membership, StatusTag['tone']>> = {
  surelyIn: 'good',
  surelyOut: 'neutral',
  cannotBeTold: 'attention',
};

function changeRow(
  { t }: PageContext,
  label: string,
  { enters, leaves, reason, variables }: CutLineChange,
  names: ReadonlyMap<string, string>,
): ChangeRow {
  const named = (receipts: readonly string[]) =>
    receipts.map((receipt) =>
      t('awards.robustness.named', { name: names.get(receipt) ?? '', receipt }),
    );
  const unchanged = enters.length === 0 && leaves.length === 0;
  return {
    label,
    enters: named(enters),
    leaves: named(leaves),
    note: reason ? t(reason, variables ?? {}) : unchanged ? t('awards.robustness.unchanged') : null,
  };
}

function factList(facts: readonly (readonly [string, string])[]): SummaryList {
  return { rows: facts.map(([term, value]) => ({ term, value, action: null })) };
}
