import type { News, Notify } from '../../notifications/notify.js';

/** Tells those who may go on with it, not the one person who asked and may be away. */
export async function correctionAddressees(
  notify: Notify,
  stage: 'division' | 'screening',
  { id, divisionCode }: { readonly id: string; readonly divisionCode: string },
  news: Omit<News, 'path'>,
): Promise<void> {
  if (stage === 'screening') {
    await notify.holders(['Screener'], { ...news, path: `/office/screening/${id}/corrections` });
    return;
  }
  const path = `/division/applications/${id}/corrections`;
  await notify.holders(['DivisionReviewer'], { ...news, path }, { divisionCode });
}
