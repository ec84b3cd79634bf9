import type { ProgrammeEvent } from '../rules/lifecycle/programme-lifecycle.js';

/** Steps that carry more than a change of state are taken in the room where that work is done. */
export const STEP_ROOMS: Readonly<
  Partial<Record<ProgrammeEvent, (programmeId: string, firstCategoryId: string) => string>>
> = {
  announce: (id) => `/office/programmes/${id}#announcement`,
  openApplications: (id) => `/office/notices/new?programme=${id}&kind=call`,
  lock: (_, categoryId) => `/office/standings/${categoryId}`,
  startPublicity: (id) => `/office/lists/${id}`,
  approve: (id) => `/office/lists/${id}`,
  publish: (id) => `/office/lists/${id}`,
  confer: () => '/office/titles',
  terminate: (id) => `/office/programmes/${id}/termination`,
};
