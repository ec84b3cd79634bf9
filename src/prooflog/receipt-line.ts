import { missing } from '../rules/refusal.js';
import { formatNumber } from '../text/format.js';
import type { PageContext } from '../web/page-context.js';
import { type Download, download } from '../web/views/page.js';
import { denseSquare } from '../web/views/square-code.js';
import type { EntryProof } from './prove-entry.js';

/** Bytes of the densest square that is still read from paper. */
const MOST_IN_SQUARE = 2300;

/** On the sheet of an act: that the public log has it, with its file, or from when. */
export interface ReceiptLine {
  readonly text: string;
  /** Null while the log does not reach so far. */
  readonly file: {
    readonly href: string;
    /** Whether it has a square: no longer when that is too dense to be read. */
    readonly square: boolean;
    /** Hash of the entry. */
    readonly leaf: string;
  } | null;
}

/** Null for an act from before the journal was salted. @param at address of the file */
export function receiptLine(proof: EntryProof, at: string, { t }: PageContext): ReceiptLine | null {
  if (proof.kind === 'none') return null;
  if (proof.kind === 'later') return { text: t('prooflog.receipt.later'), file: null };
  const number = formatNumber(proof.index + 1);
  return {
    text: t('prooflog.receipt.text', { number }),
    file: { href: at, square: fits(proof), leaf: proof.leaf },
  };
}

/** The receipt as a file. @throws Refusal of kind missing before the log has it */
export function receiptFile(proof: EntryProof, name: string): Download {
  if (proof.kind !== 'proved') throw missing();
  return download(proof.text, 'text/plain; charset=utf-8', `${name}.tlog-proof`);
}

/** The receipt in a square: a telephone reads it without asking anybody. */
export async function receiptSquare(proof: EntryProof, name: string): Promise<Download> {
  if (proof.kind !== 'proved' || !fits(proof)) throw missing();
  return download(await denseSquare(proof.short), 'image/svg+xml', `${name}.svg`, true);
}

const fits = ({ short }: { readonly short: string }) => Buffer.byteLength(short) <= MOST_IN_SQUARE;
