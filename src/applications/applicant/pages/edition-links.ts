import type { ProgrammeRow } from '../../../programmes/programme.queries.js';
import { beijingDate } from '../../../rules/calendar/beijing-time.js';
import type { Translate } from '../../../web/page-context.js';

/** Where each of the editions is begun. */
export function editionLinks(programmes: readonly ProgrammeRow[], t: Translate) {
  return programmes.map(({ slug, name }) => ({
    href: `/my/applications/new?edition=${slug}`,
    text: t('applications.my.alsoOpen', { name }),
  }));
}

/** The year whose figures count now: the programme's, or the last full one. */
export function dataYear(
  { programme }: { readonly programme: ProgrammeRow | null },
  now: string,
): number {
  return programme?.dataYear ?? Number(beijingDate(now).slice(0, 4)) - 1;
}
