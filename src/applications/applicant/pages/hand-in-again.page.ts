import { formatDayWeekday, formatInstant } from '../../../text/format.js';
import { applicationIn } from '../../../rules/lifecycle/application-groups.js';
import { applicationLifecycle } from '../../../rules/lifecycle/application-lifecycle.js';
import { allowedEvents } from '../../../rules/lifecycle/lifecycle.js';
import type { PageContext } from '../../../web/page-context.js';
import type { PageFrame } from '../../../web/views/page.js';
import type { ApplicationFile } from '../application-file.js';
import { categoryName } from './form-frame.js';

declare module '../../../web/views/page.js' {
  interface PageModels {
    'applications/drop': DropPage;
  }
}

export interface DropPage extends PageFrame {
  readonly id: string;
  readonly what: string;
}

export function dropPage(file: ApplicationFile) {
  return (context: PageContext): DropPage => {
    const { t } = context;
    const { id } = file.application;
    const title = t('applications.drop.title');
    const category = categoryName(file.application, context);
    return {
      title,
      breadcrumbs: [
        { label: t('applications.my.title'), href: '/my' },
        { label: category, href: `/my/applications/${id}` },
        { label: title, href: null },
      ],
      id,
      what: t('applications.drop.what', {
        programme: file.programme.name,
        category,
        files: file.evidence.length,
      }),
    };
  };
}

/** Whether the lifecycle and the deadline let it be taken back. */
export function mayReopen({ application, window }: ApplicationFile): boolean {
  const events = allowedEvents(applicationLifecycle, application.state);
  return events.includes('reopenSubmission') && (window?.open ?? false);
}

export function isReopened({ application }: ApplicationFile): boolean {
  return applicationIn.draft.has(application.state) && application.submittedAt !== null;
}

/** What a draft is told that differs from its state alone: it is being changed, or its time is over. */
export function draftKey({ application, window }: ApplicationFile): string | null {
  return draftKeyOf(application, window?.open ?? false);
}

export function draftKeyOf(
  { state, submittedAt }: Pick<ApplicationFile['application'], 'state' | 'submittedAt'>,
  open: boolean,
): string | null {
  if (!applicationIn.draft.has(state)) return null;
  if (submittedAt) return 'applications.next.reopened';
  return open ? null : 'applications.next.draftLate';
}

export function reopenedText(file: ApplicationFile, { t, lang }: PageContext): string | null {
  if (!isReopened(file)) return null;
  const last = file.submissions.at(-1);
  return t('applications.reopened.text', {
    number: last?.number ?? 1,
    time: formatInstant(lang, file.application.submittedAt ?? ''),
    day: file.window ? formatDayWeekday(lang, file.window.lastDay) : '',
  });
}

/** A receipt for each time it was handed in, the newest first. */
export function receiptsOf({ application, submissions }: ApplicationFile, context: PageContext) {
  const { t, lang } = context;
  const home = `/my/applications/${application.id}`;
  return submissions.toReversed().map(({ number, kind, submittedAt, contentHash }) => ({
    label: t(`applications.receipts.${kind}`, {
      number,
      time: formatInstant(lang, submittedAt),
      hash: contentHash.slice(0, 16),
    }),
    href: `${home}/receipts/${number}`,
  }));
}
