import {
  REVIEW_TRIGGERS,
  REVOCATION_GROUNDS,
  WARNING_GROUNDS,
  type ReviewTrigger,
  type RevocationGround,
  type WarningGround,
} from '../../rules/titles/title-grounds.js';
import { translate } from '../../text/catalogue.js';
import type { PageContext } from '../../web/page-context.js';

/** Why a title is in its state: stored by its key, so that each reader has it in the own language. */
export type TitleReason =
  | `awards.revocation.ground.${RevocationGround}`
  | `awards.warning.ground.${WarningGround}`
  | `awards.review.trigger.${ReviewTrigger}`;

const REASONS: readonly TitleReason[] = [
  ...REVOCATION_GROUNDS.map((ground) => `awards.revocation.ground.${ground}` as const),
  ...WARNING_GROUNDS.map((ground) => `awards.warning.ground.${ground}` as const),
  ...REVIEW_TRIGGERS.map((trigger) => `awards.review.trigger.${trigger}` as const),
];

/** Older titles have the sentence of the catalogue itself, or one that somebody typed; that stays as it is. */
export function titleReasonText(stored: string | null, t: PageContext['t']): string | null {
  const key = REASONS.find((one) => one === stored || translate('zh-CN', one) === stored);
  return key ? t(key) : stored;
}
