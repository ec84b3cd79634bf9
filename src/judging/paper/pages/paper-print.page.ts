import type { Indicator } from '../../../rules/scoring/indicator.js';
import type { CommentRule } from '../../../rules/scoring/rule-set.js';
import { sheetCode } from '../../../rules/rounds/sheet-code.js';
import { formatHundredths } from '../../../text/format.js';
import type { PageContext } from '../../../web/page-context.js';
import type { PageFrame } from '../../../web/views/page.js';
import type { SquarePath } from '../../../web/views/square-code.js';
import { categoryName } from '../../sheets/pages/judging-home.page.js';
import { indicatorLabel } from '../../sheets/pages/score-step.js';
import type { PaperRow } from '../paper.queries.js';

declare module '../../../web/views/page.js' {
  interface PageModels {
    'judging/paper-print': PaperPrintPage;
  }
}

export interface PaperPrintPage extends PageFrame {
  /** One page of paper each. */
  readonly sheets: readonly {
    readonly round: string;
    readonly number: string;
    /** Null in a blind round. */
    readonly merchant: string | null;
    readonly seat: string;
    readonly code: string;
    readonly square: { readonly box: string; readonly path: string };
  }[];
  readonly issuer: string;
  readonly rows: readonly {
    readonly label: string;
    readonly most: string;
    readonly bands: readonly { readonly points: string; readonly text: string }[];
  }[];
  readonly most: string;
  readonly rules: string;
}

export interface PrintedPaper {
  readonly row: PaperRow;
  readonly square: SquarePath;
}

/**
 * Empty sheets to be filled in by hand: a seat and a number, never the name of a judge. The code in the
 * corner leads whoever keys a sheet to that very sheet.
 */
export function paperPrintPage(
  roundId: string,
  papers: readonly PrintedPaper[],
  { indicators, comment }: { indicators: readonly Indicator[]; comment: CommentRule },
) {
  return (context: PageContext): PaperPrintPage => {
    const { t, lang } = context;
    return {
      title: t('judging.paper.print.title'),
      breadcrumbs: [
        { label: t('judging.paper.print.back'), href: `/office/rounds/${roundId}/paper` },
      ],
      issuer: papers[0]?.row.programmeName ?? '',
      sheets: papers.map(({ row, square }) => ({
        round: t(`judging.round.title.${row.kind}`, { category: categoryName(row, context) }),
        number: row.judgingNumber ?? '',
        merchant: row.blind ? null : row.merchantName,
        seat: t('judging.paper.seat', { seat: row.seat }),
        code: sheetCode(row.id),
        // Two units of white around it, or no telephone reads it.
        square: { box: `-2 -2 ${square.size + 4} ${square.size + 4}`, path: square.path },
      })),
      rows: indicators.map((indicator) => ({
        label: indicatorLabel(indicator, context),
        most: formatHundredths(indicator.weight),
        bands: (indicator.scoring.kind === 'anchors' ? indicator.scoring.anchors : []).map(
          ({ points, text }) => ({
            points: formatHundredths(points),
            text: lang === 'en' ? text.en : text.zh,
          }),
        ),
      })),
      most: formatHundredths(indicators.reduce((sum, { weight }) => sum + weight, 0)),
      rules: t('judging.paper.print.rules', { minimum: comment.minimumCharacters }),
    };
  };
}
