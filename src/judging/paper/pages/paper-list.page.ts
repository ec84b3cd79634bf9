import { OPEN_PAPER, PAPER_STAGES, type PaperStage } from '../../../rules/rounds/paper-keyings.js';
import { roundIn } from '../../../rules/lifecycle/round-groups.js';
import type { CategoryRow, RoundRow } from '../../../programmes/programme.queries.js';
import { allows } from '../../../web/access/policies.js';
import type { StatusTag } from '../../../web/component-models.js';
import type { ErrorSummary } from '../../../web/field-models.js';
import type { PageContext } from '../../../web/page-context.js';
import type { PageFrame } from '../../../web/views/page.js';
import { categoryName } from '../../sheets/pages/judging-home.page.js';
import type { PaperRow } from '../paper.queries.js';

declare module '../../../web/views/page.js' {
  interface PageModels {
    'judging/paper-list': PaperListPage;
  }
}

export interface PaperListPage extends PageFrame {
  readonly base: string;
  /** How many papers are where, in one sentence. */
  readonly lead: string;
  readonly summary: ErrorSummary;
  readonly find: { readonly value: string; readonly error: string | null } | null;
  readonly papers: readonly {
    readonly href: string;
    readonly number: string;
    /** Null in a blind round. */
    readonly merchant: string | null;
    readonly seat: string;
    readonly status: StatusTag;
  }[];
  readonly blind: boolean;
  /** One seat a row: print its sheets, or put them on paper. */
  readonly seats: readonly {
    readonly number: number;
    readonly label: string;
    readonly unsigned: number;
    readonly onPaper: number;
    readonly mayIssue: boolean;
  }[];
  readonly may: { readonly print: boolean; readonly issueAll: boolean };
}

export interface PaperRound {
  readonly round: RoundRow;
  readonly category: CategoryRow;
}

const tones = {
  toKey: 'attention',
  once: 'active',
  apart: 'attention',
  onDevice: 'attention',
  done: 'good',
} as const satisfies Record<PaperStage, string>;

export function paperStatus(
  { stage, own }: { readonly stage: PaperStage; readonly own: boolean },
  { t }: PageContext,
): StatusTag {
  const waits = stage === 'once' && own;
  return {
    label: t(`judging.paper.stage.${waits ? 'own' : stage}`),
    tone: waits ? 'neutral' : tones[stage],
  };
}

export function paperListPage(
  { round, category }: PaperRound,
  rows: readonly PaperRow[],
  sent: { readonly code?: string; readonly error?: string } = {},
) {
  return (context: PageContext): PaperListPage => {
    const { t, actor } = context;
    const title = t('judging.paper.title');
    const papers = rows.flatMap((row) => (row.stage ? [{ ...row, stage: row.stage }] : []));
    const issues = allows('paper.issue', actor) && roundIn.open.has(round.state);
    const error = sent.error ? t(sent.error) : null;
    const numbers = [...new Set(rows.map(({ seat }) => seat))].toSorted((a, b) => a - b);
    const seats = numbers.map((number) => {
      const own = rows.filter(({ seat }) => seat === number);
      const unsigned = own.filter(({ signed }) => !signed);
      return {
        number,
        label: t('judging.paper.seat', { seat: number }),
        unsigned: unsigned.length,
        onPaper: own.filter(({ stage }) => stage !== null).length,
        mayIssue: issues && unsigned.some(({ stage }) => stage === null),
      };
    });
    return {
      title,
      breadcrumbs: paperCrumbs({ round, category }, context, title),
      base: `office/rounds/${round.id}/paper`,
      lead: leadOf(papers, context),
      summary: { errors: error ? [{ name: 'code', text: error }] : [] },
      find: papers.length || issues ? { value: sent.code ?? '', error } : null,
      papers: papers.map((row) => ({
        href: `/office/paper-sheets/${row.id}`,
        number: row.judgingNumber ?? '',
        merchant: row.blind ? null : row.merchantName,
        seat: t('judging.paper.seat', { seat: row.seat }),
        status: paperStatus(row, context),
      })),
      blind: rows.some(({ blind }) => blind === 1),
      seats,
      may: {
        print: issues && seats.some(({ unsigned }) => unsigned > 0),
        issueAll: seats.some(({ mayIssue }) => mayIssue),
      },
    };
  };
}

/** Down to the papers of a round; the last has no link unless a page stands below it. */
export function paperCrumbs(
  { round, category }: PaperRound,
  context: PageContext,
  here: string,
  below = false,
) {
  const { t } = context;
  const name = categoryName(category, context);
  const papers = { label: t('judging.paper.title'), href: `/office/rounds/${round.id}/paper` };
  return [
    { label: t('navigation.office'), href: '/office' },
    {
      label: t(`judging.round.title.${round.kind}`, { category: name }),
      href: `/office/rounds/${round.id}`,
    },
    ...(below ? [papers] : []),
    { label: here, href: null },
  ];
}

function leadOf(papers: readonly { readonly stage: PaperStage }[], { t }: PageContext): string {
  if (papers.length === 0) return t('judging.paper.none');
  const counts = PAPER_STAGES.map((stage) => ({
    stage,
    count: papers.filter((one) => one.stage === stage).length,
  })).filter(({ count }) => count > 0);
  const parts = counts.map(({ stage, count }) => t(`judging.paper.count.${stage}`, { count }));
  const open = papers.some(({ stage }) => OPEN_PAPER.has(stage));
  const told = parts.join(t('navigation.listComma'));
  return open
    ? t('judging.paper.lead', { count: papers.length, told })
    : t('judging.paper.allDone');
}
