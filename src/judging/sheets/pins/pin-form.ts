import { type RawForm, typedTexts } from '../../../web/forms/parse-value.js';
import type { TypedPin } from './pin-evidence.js';

/** What a button of the sheet asks for besides saving; null for a save alone. */
export type PinAct = { readonly pin: TypedPin } | { readonly unpin: string };

export function readPinAct(raw: RawForm): PinAct | null {
  const [unpin] = typedTexts(raw, 'unpin');
  if (unpin) return { unpin };
  const [indicator] = typedTexts(raw, 'pin');
  if (!indicator) return null;
  const page = (typedTexts(raw, `pin-page-${indicator}`)[0] ?? '').normalize('NFKC').trim();
  const documentId = typedTexts(raw, `pin-file-${indicator}`)[0] ?? '';
  const number = /^\d{1,6}$/.test(page) ? Number(page) : Number.NaN;
  return { pin: { indicator, documentId, page: page === '' ? null : number } };
}
