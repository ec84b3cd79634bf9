import { groupsOf } from './state-group.js';
import type { TitleState } from './title-lifecycle.js';

const of = groupsOf<TitleState>();

/** What the states of a title mean to the decisions about it. */
export const titleIn = {
  active: of('Active'),
  /** Not yet ended: the register and the archive wait for it. */
  alive: of('Active', 'UnderReview', 'Warned'),
  warned: of('Warned'),
  inYearlyReview: of('UnderReview', 'Warned'),
  revoked: of('Revoked'),
  expired: of('Expired'),
  ended: of('Revoked', 'Expired'),
} as const;
