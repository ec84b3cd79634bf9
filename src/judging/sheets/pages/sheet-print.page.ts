import type { EntryProof } from '../../../prooflog/prove-entry.js';
import { type ReceiptLine, receiptLine } from '../../../prooflog/receipt-line.js';
import { formatHundredths } from '../../../text/format.js';
import type { PageContext } from '../../../web/page-context.js';
import type { PageFrame } from '../../../web/views/page.js';
import type { SheetReading } from '../read-sheet.js';
import type { SheetRow } from '../sheet.queries.js';
import { categoryName } from './judging-home.page.js';
import { pinLines } from './pin-model.js';
import { indicatorLabel } from './score-step.js';

declare module '../../../web/views/page.js' {
  interface PageModels {
    'judging/sheet-print': SheetPrintPage;
  }
}

export interface SheetPrintPage extends PageFrame {
  readonly issuer: string;
  readonly sheetNumber: string;
  readonly lines: readonly { readonly term: string; readonly value: string }[];
  readonly rows: readonly {
    readonly label: string;
    readonly most: string;
    readonly points: string;
    readonly comment: string;
    /** Pages that the score rests on. */
    readonly pins: readonly string[];
  }[];
  readonly total: string;
  readonly judge: string;
  readonly signedAt: string | null;
  readonly dissent: string | null;
  readonly chainHead: string | null;
  /** Keyed from paper by the office. */
  readonly fromPaper: boolean;
  /** From the lock on. */
  readonly receipt: ReceiptLine | null;
}

/** The sheet on paper, with its line for the signature and the head of the journal. */
export function sheetPrintPage(row: SheetRow, reading: SheetReading, proof: EntryProof) {
  return (context: PageContext): SheetPrintPage => {
    const { t } = context;
    const name = reading.merchantName;
    return {
      title: t('judging.print.title'),
      breadcrumbs: [{ label: t('judging.home.title'), href: '/judging' }],
      issuer: row.programmeName,
      sheetNumber: t('judging.sheet.numbered', { number: reading.number }),
      lines: [
        { term: t('judging.sheet.category'), value: categoryName(row, context) },
        { term: t('judging.print.round'), value: t(`judging.round.${row.kind}`) },
        ...(name ? [{ term: t('judging.sheet.merchant'), value: name }] : []),
        { term: t('judging.print.seat'), value: String(row.seat) },
      ],
      rows: reading.indicators.map((indicator) => {
        const points = reading.scores[indicator.code];
        return {
          label: indicatorLabel(indicator, context),
          most: formatHundredths(indicator.weight),
          points: points === undefined ? '' : formatHundredths(points),
          comment: reading.comments[indicator.code] ?? '',
          pins: reading.evidence
            .filter((one) => one.indicator.code === indicator.code)
            .flatMap((one) => pinLines(one, reading.pins ?? [], context))
            .map(({ label }) => label),
        };
      }),
      total: row.total === null ? '' : formatHundredths(row.total),
      judge: row.judgeName,
      signedAt: row.signedAt,
      dissent: row.dissent,
      chainHead: row.chainHead,
      fromPaper: row.paperSince !== null && row.signedAt !== null,
      receipt: receiptLine(proof, `/judging/sheets/${row.id}/log`, context),
    };
  };
}
