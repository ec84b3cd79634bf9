import { formatDayWeekday } from '../../../text/format.js';
import type { PageContext } from '../../../web/page-context.js';
import { dataYear } from './edition-links.js';
import type { MyRows } from './my-rows.js';

export const START = '/my/applications/new';

export interface FirstAct {
  readonly text: string;
  readonly href: string;
  readonly label: string;
}

/** The first thing to do, most urgent first. */
export function firstAct(rows: MyRows, { t, now, lang }: PageContext): FirstAct | null {
  const act = (key: string, href: string) => ({
    text: t(`applications.act.${key}`),
    label: t(`applications.act.${key}.go`),
    href,
  });
  const { register, corrections, applications, programme, window } = rows;
  const [correction] = corrections;
  if (correction) return act('correct', `/my/applications/${correction.applicationId}`);
  const [awaited] = rows.awaited;
  if (awaited) {
    const { kind, dueOn, href } = awaited;
    const day = formatDayWeekday(lang, dueOn);
    return {
      text: t(`applications.act.${kind}`, { day }),
      label: t(`applications.act.${kind}.go`),
      href,
    };
  }
  if (!register) return act('register', '/my/merchant');
  if (register.shops.length === 0) return act('shops', '/my/shops');
  const year = dataYear(rows, now);
  if (!register.returns.some((row) => row.year === year)) {
    return act('return', `/my/returns/${year}`);
  }
  const draft = applications.find(({ id }) => rows.openDrafts.has(id));
  if (draft) {
    return act(draft.submittedAt ? 'reopened' : 'draft', `/my/applications/${draft.id}`);
  }
  if (!programme || !window?.open) return null;
  const applied = applications.some(({ programmeId }) => programmeId === programme.id);
  return applied || !rows.mayStart ? null : act('start', START);
}
