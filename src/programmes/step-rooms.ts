import type { ProgrammeEvent } from '../rules/lifecycle/programme-lifecycle.js';

type Room = (programmeId: string, firstCategoryId: string) => string;

const panels: Room = (id) => `/office/panels/${id}`;
const lists: Room = (id) => `/office/lists/${id}`;
const notice =
  (kind: string): Room =>
  (id) =>
    `/office/notices/new?programme=${id}&kind=${kind}`;

/**
 * Steps that carry more than a change of state are taken in one place only: the room where that work
 * is done. The board shows their guards and leads there. The panels' room leads on to each round.
 */
export const STEP_ROOMS: Readonly<Partial<Record<ProgrammeEvent, Room>>> = {
  announce: (id) => `/office/programmes/${id}#announcement`,
  openApplications: notice('call'),
  completeDraw: panels,
  startMaterialReview: panels,
  startSpreadReview: panels,
  startDefence: panels,
  closeScoringWithoutDefence: panels,
  closeDefence: panels,
  lock: (_, categoryId) => `/office/standings/${categoryId}`,
  concludeDeliberation: lists,
  startPublicity: notice('publicity'),
  startObjectionHandling: lists,
  submitForApproval: lists,
  concludeObjections: lists,
  approve: lists,
  publish: notice('publication'),
  confer: lists,
  terminate: (id) => `/office/programmes/${id}/termination`,
};
