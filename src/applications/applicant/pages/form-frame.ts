import type { ProgressState, Steps } from '../../../web/component-models.js';
import type { Breadcrumb } from '../../../web/layout-model.js';
import type { PageContext } from '../../../web/page-context.js';
import type { ApplicationFile } from '../application-file.js';
import { stepProgress } from '../../../rules/applications/step-progress.js';
import { type CountedStep, stepCounts } from '../step-counts.js';
import { formatDayWeekday, formatInstant } from '../../../text/format.js';
import { applicationIn } from '../../../rules/lifecycle/application-groups.js';

export const formSteps = [
  'register',
  'figures',
  'texts',
  'evidence',
  'preview',
  'check',
  'declarations',
] as const;
export type FormStep = (typeof formSteps)[number];

/** What every step page shows around its own part. */
export interface FormFrame {
  readonly title: string;
  readonly breadcrumbs: readonly Breadcrumb[];
  readonly heading: string;
  readonly steps: Steps;
  readonly home: string;
  /** Deadline, server time and what happens afterwards (rule K1); null once it is submitted. */
  readonly deadline: {
    /** The day alone, for pages that keep the rest folded; null when the whole has to be read. */
    readonly day: string | null;
    readonly text: string;
    readonly deadline: string;
    readonly now: string;
  } | null;
  readonly next: string | null;
}

export function formFrame(
  file: ApplicationFile,
  step: FormStep | null,
  context: PageContext,
): FormFrame {
  const { t } = context;
  const home = `/my/applications/${file.application.id}`;
  const name = categoryName(file.application, context);
  const title = step ? t(`applications.step.${step}`) : name;
  const at = step ? formSteps.indexOf(step) : -1;
  const following = formSteps[at + 1];
  return {
    title,
    heading: name,
    breadcrumbs: [
      { label: t('applications.my.title'), href: '/my' },
      { label: name, href: step ? home : null },
      ...(step ? [{ label: title, href: null }] : []),
    ],
    home,
    steps: {
      label: t('applications.steps'),
      steps: formSteps.map((each) => ({
        label: t(`applications.step.${each}`),
        href: `${home}/${each}`,
        state: stepState(file, each, step),
      })),
    },
    deadline: deadlineOf(file, context),
    next: step && following ? `${home}/${following}` : null,
  };
}

export function categoryName(
  { nameZh, nameEn }: { readonly nameZh: string; readonly nameEn: string },
  { lang }: Pick<PageContext, 'lang'>,
): string {
  return lang === 'zh-CN' ? nameZh : nameEn;
}

/** Steps that show or confirm, and are never filled in themselves. */
export function isCounted(step: FormStep): step is CountedStep {
  return step !== 'preview' && step !== 'check' && step !== 'declarations';
}

function stepState(file: ApplicationFile, step: FormStep, current: FormStep | null): ProgressState {
  if (step === current) return 'current';
  if (!applicationIn.draft.has(file.application.state)) return 'done';
  if (!isCounted(step)) return 'later';
  const progress = stepProgress(stepCounts(file, step));
  return progress === 'enough' || progress === 'complete' ? 'done' : 'later';
}

function deadlineOf({ application, window }: ApplicationFile, { t, lang, now }: PageContext) {
  if (!applicationIn.draft.has(application.state) || !window) return null;
  const late = now >= window.closesAt && window.open;
  const day = formatDayWeekday(lang, window.lastDay);
  const text = t(late ? 'applications.deadline.upload' : 'applications.deadline', {
    day,
    now: formatInstant(lang, now),
    until: formatInstant(lang, window.acceptsUntil),
  });
  return {
    day: late ? null : t('applications.deadline.day', { day }),
    text,
    deadline: window.acceptsUntil,
    now,
  };
}
