import type { ProgrammeRow } from '../../../programmes/programme.queries.js';
import { formatDayWeekday } from '../../../text/format.js';
import type { PageContext } from '../../../web/page-context.js';
import type { PageFrame } from '../../../web/views/page.js';
import type { SummaryList } from '../../../web/component-models.js';
import { type EvidenceWords, evidenceWords } from '../../evidence-words.js';
import { nextPhases } from '../next-phases.js';

declare module '../../../web/views/page.js' {
  interface PageModels {
    'applications/guide': GuidePage;
  }
}

export interface GuidePage extends PageFrame {
  /** Every edition that runs, with its call. */
  readonly programmes: readonly {
    readonly href: string;
    readonly name: string;
    readonly deadline: string | null;
    readonly phases: SummaryList;
  }[];
  readonly sections: readonly { readonly heading: string; readonly lines: readonly string[] }[];
  readonly proofs: readonly EvidenceWords[];
  readonly questions: readonly { readonly asked: string; readonly answer: string }[];
}

const sections = { who: 3, prepare: 5, steps: 5, long: 3 } as const;
const questions = ['fee', 'change', 'phone', 'files', 'representative', 'result'] as const;

/** Who may apply, what to prepare, how long it takes, and what is asked most often. */
export function guidePage(programmes: readonly ProgrammeRow[]) {
  return (context: PageContext): GuidePage => {
    const { t, lang } = context;
    const title = t('applications.guide.title');
    const opening = ({ calendar }: ProgrammeRow) => calendar.find(({ phase }) => phase === 'Open');
    return {
      title,
      breadcrumbs: [
        { label: t('navigation.home'), href: '/' },
        { label: title, href: null },
      ],
      programmes: programmes.map((programme) => {
        const open = opening(programme);
        return {
          href: `/programmes/${programme.slug}`,
          name: programme.name,
          deadline: open
            ? t('applications.deadline.day', { day: formatDayWeekday(lang, open.to) })
            : null,
          phases: nextPhases(programme, context),
        };
      }),
      sections: Object.entries(sections).map(([name, count]) => ({
        heading: t(`applications.guide.${name}`),
        lines: Array.from({ length: count }, (_, i) => t(`applications.guide.${name}.${i + 1}`)),
      })),
      proofs: evidenceWords(t),
      questions: questions.map((name) => ({
        asked: t(`applications.guide.q.${name}`),
        answer: t(`applications.guide.a.${name}`),
      })),
    };
  };
}
