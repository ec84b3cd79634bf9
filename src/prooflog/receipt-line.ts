import { missing } from '../rules/refusal.js';
import { formatNumber } from '../text/format.js';
import type { PageContext } from '../web/page-context.js';
import { type Download, download } from '../web/views/page.js';
import { denseSquare } from '../web/views/square-code.js';
import type { EntryProof } from './prove-entry.js';

/** Bytes of the densest square that is still read from paper. */
const MOST_IN_SQUARE = 2300;

/** On the sheet of an act: that the public log has it, with file and square, or from when. */
export interface ReceiptLine {
  readonly text: string;
  /** Null while the log does not reach so far. */
  readonly files: {
    readonly file: string;
    /** Null where it would be too dense to be read. */
    readonly square: string | null;
    /** Hash of the entry. */
    readonly leaf: string;
  } | null;
}

/** Null for an act from before the journal was salted. @param at address of the file */
export function receiptLine(proof: EntryProof, at: string, { t }: PageContext): ReceiptLine | null {
  if (proof.state === 'none') return null;
  if (proof.state === 'later') return { text: t('prooflog.receipt.later'), files: null };
  const number = formatNumber(proof.index + 1);
  return {
    text: t('prooflog.receipt.text', { number }),
    files: { file: at, square: fits(proof) ? `${at}/square.svg` : null, leaf: proof.leaf },
  };
}

/** The receipt as a file. @throws Refusal of kind missing before the log has it */
export function receiptFile(proof: EntryProof, name: string): Download {
  if (proof.state !== 'proved') throw missing();
  return download(proof.text, 'text/plain; charset=utf-8', `${name}.tlog-proof`);
}

/** The receipt in a square: a telephone reads it without asking anybody. */
export async function receiptSquare(proof: EntryProof, name: string): Promise<Download> {
  if (proof.state !== 'proved' || !fits(proof)) throw missing();
  return download(await denseSquare(proof.short), 'image/svg+xml', `${name}.svg`, true);
}

const fits = ({ short }: { readonly short: string }) => Buffer.byteLength(short) <= MOST_IN_SQUARE;
