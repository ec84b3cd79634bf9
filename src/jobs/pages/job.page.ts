import { forecastEnd } from '../../rules/rounds/forecast-end.js';
import { formatInstant } from '../../text/format.js';
import { refusalText } from '../../text/lifecycle-variables.js';
import type { ProgressLine } from '../../web/component-models.js';
import type { PageContext } from '../../web/page-context.js';
import type { PageFrame } from '../../web/views/page.js';
import { type JobRow, isOpen } from '../calculation-jobs.js';

declare module '../../web/views/page.js' {
  interface PageModels {
    'jobs/job': JobPage;
  }
}

export interface JobPage extends PageFrame {
  readonly what: string;
  readonly waiting: string | null;
  readonly progress: ProgressLine | null;
  readonly failed: string | null;
  readonly href: string;
}

/** Seconds until the page asks again: soon while it may be a matter of moments. */
const SOON = 2;
const LATER = 10;

export function jobPage(job: JobRow, ahead: number) {
  return (context: PageContext): JobPage => {
    const { t, lang } = context;
    const begun = job.startedAt ?? context.now;
    const waited = Date.parse(context.now) - Date.parse(begun);
    return {
      title: t(job.state === 'failed' ? 'jobs.titleFailed' : 'jobs.title', {
        what: t(`jobs.kind.${job.kind}`),
      }),
      breadcrumbs: [
        { label: t('navigation.office'), href: '/office' },
        { label: t('jobs.page'), href: null },
      ],
      refreshSeconds: isOpen(job) ? (waited > 60_000 ? LATER : SOON) : null,
      what: t(`jobs.kind.${job.kind}`),
      waiting: waitingFor(context, job, ahead),
      progress: job.state === 'running' && job.total > 0 ? progressOf(context, job) : null,
      failed: job.refusalCode && refusalText(lang, job.refusalCode, job.refusalVariables ?? {}),
      href: job.returnPath,
    };
  };
}

function waitingFor({ t }: PageContext, { state, total }: JobRow, ahead: number): string | null {
  if (state === 'queued') return t('jobs.queued', { ahead });
  return state === 'running' && total === 0 ? t('jobs.endUnknown') : null;
}

function progressOf({ t, lang, now }: PageContext, job: JobRow): ProgressLine {
  const end = forecastEnd(job.startedAt, now, job.done, job.total);
  return {
    label: t('jobs.running'),
    done: job.done,
    total: job.total,
    note: end
      ? t('jobs.end', { at: formatInstant(lang, end), ...left(now, end) })
      : t('jobs.endUnknown'),
  };
}

function left(now: string, end: string): { seconds: number; minutes: number } {
  const seconds = Math.max(1, Math.ceil((Date.parse(end) - Date.parse(now)) / 1000));
  return { seconds, minutes: Math.ceil(seconds / 60) };
}
