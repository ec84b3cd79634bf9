import { programmeIn } from '../../rules/lifecycle/programme-groups.js';
import { isPublished } from '../../rules/lifecycle/state-for-applicant.js';
import { formatDay } from '../../text/format.js';
import type { StatusTag } from '../../web/component-models.js';
import type { PageContext } from '../../web/page-context.js';
import type { PageFrame } from '../../web/views/page.js';
import type { ProgrammeRow } from '../programme.queries.js';
import { toneOf } from '../programme-tone.js';

declare module '../../web/views/page.js' {
  interface PageModels {
    'programmes/editions': EditionsPage;
  }
}

export interface EditionsPage extends PageFrame {
  /** Those under way and those that are over, the newest first; a group without any is left out. */
  readonly groups: readonly {
    readonly id: string;
    readonly heading: string;
    readonly editions: readonly Edition[];
  }[];
}

interface Edition {
  readonly name: string;
  readonly href: string;
  readonly year: string;
  readonly state: StatusTag;
  /** When one could or can apply; null where it is not known any more. */
  readonly applications: string | null;
  /** Where its titles stand. */
  readonly results: { readonly href: string; readonly label: string } | null;
}

/** @param programmes all, the newest first; those still being prepared are nobody else's business */
export function editionsPage(programmes: readonly ProgrammeRow[]) {
  return (context: PageContext): EditionsPage => {
    const { t } = context;
    const announced = programmes.filter(({ state }) => !programmeIn.preparing.has(state));
    const group = (id: 'running' | 'over', of: readonly ProgrammeRow[]) => ({
      id,
      heading: t(`programmes.editions.${id}`),
      editions: of.map((programme) => edition(programme, context)),
    });
    return {
      title: t('programmes.editions.title'),
      breadcrumbs: [
        { label: t('navigation.home'), href: '/' },
        { label: t('programmes.editions.title'), href: null },
      ],
      groups: [
        group(
          'running',
          announced.filter(({ state }) => !programmeIn.idle.has(state)),
        ),
        group(
          'over',
          announced.filter(({ state }) => programmeIn.idle.has(state)),
        ),
      ].filter(({ editions }) => editions.length > 0),
    };
  };
}

function edition(
  { name, slug, year, state, calendar }: ProgrammeRow,
  { t, lang }: PageContext,
): Edition {
  const open = calendar.find(({ phase }) => phase === 'Open');
  return {
    name,
    href: `/programmes/${slug}`,
    year: String(year),
    state: { label: t(`lifecycle.programme.${state}`), tone: toneOf(state) },
    applications: open
      ? t('programmes.span', { from: formatDay(lang, open.from), to: formatDay(lang, open.to) })
      : null,
    results: isPublished(state)
      ? {
          href: `/awards?year=${year}`,
          label: t('programmes.editions.results', { year: String(year) }),
        }
      : null,
  };
}
