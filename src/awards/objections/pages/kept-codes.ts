import type { FastifyRequest } from 'fastify';
import type { ReceiptCookie } from '../../../web/sessions/receipt-cookie.js';
import type { FollowCode } from '../follow-code.js';

type Occasion = 'filed' | 'entered' | 'followed' | 'renewed';

/** Codes that this browser has been told or has typed, for some minutes. */
export interface KeptCodes {
  readonly occasion: Occasion;
  readonly codes: readonly FollowCode[];
}

export function keptCodes(occasion: Occasion, codes: readonly FollowCode[]): KeptCodes {
  return {
    occasion,
    codes: codes.map(({ receiptNumber, followCode }) => ({ receiptNumber, followCode })),
  };
}

/** Null where there are none; a cookie of an earlier version of the program has none. */
export function readCodes(receipts: ReceiptCookie, request: FastifyRequest): KeptCodes | null {
  const kept = receipts.read(request) as Partial<KeptCodes> | null;
  const { occasion, codes } = kept ?? {};
  return occasion && codes?.length ? { occasion, codes } : null;
}
