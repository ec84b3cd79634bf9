import type { ProgrammeRow } from '../../../programmes/programme.queries.js';
import { publicStage } from '../../../rules/applications/public-stage.js';
import type { SummaryList } from '../../../web/component-models.js';
import type { PageContext } from '../../../web/page-context.js';
import type { PageFrame } from '../../../web/views/page.js';
import { nextPhases } from '../next-phases.js';
import type { ProgressRow } from '../progress.queries.js';

declare module '../../../web/views/page.js' {
  interface PageModels {
    'applications/progress': ProgressPage;
  }
}

export interface ProgressPage extends PageFrame {
  readonly number: string;
  /** Asked for, and there is no such number. */
  readonly unknown: boolean;
  readonly found: {
    readonly programme: string;
    readonly phase: string;
    readonly stage: string;
    readonly phases: SummaryList;
  } | null;
}

export function progressPage(
  number: string,
  found: { readonly row: ProgressRow; readonly programme: ProgrammeRow } | null,
) {
  return (context: PageContext): ProgressPage => {
    const { t } = context;
    const title = t('applications.progress.title');
    return {
      title,
      breadcrumbs: [
        { label: t('navigation.home'), href: '/' },
        { label: title, href: null },
      ],
      number,
      unknown: number !== '' && found === null,
      found: found && {
        programme: found.programme.name,
        phase: t(`lifecycle.programme.${found.programme.state}`),
        stage: t(
          `applications.progress.stage.${publicStage(found.row.state, found.programme.state)}`,
        ),
        phases: nextPhases(found.programme, context),
      },
    };
  };
}
