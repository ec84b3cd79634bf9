import type { PracticeState } from '../../../rules/lifecycle/practice-lifecycle.js';
import { PRACTICE_SUBJECTS, practiceIn } from '../../../rules/practices/practice.js';
import type { EmptyState, StatusTag, TaskList } from '../../../web/component-models.js';
import type {
  ErrorSummary,
  FieldCheckboxes,
  FieldFile,
  FieldSelect,
  FieldText,
  FieldTextarea,
} from '../../../web/field-models.js';
import { type MergeModel, mergeOf } from '../../../web/forms/merge-form.js';
import { type Submitted, unsentForm } from '../../../web/forms/submitted.js';
import type { PageContext } from '../../../web/page-context.js';
import type { PageFrame } from '../../../web/views/page.js';
import type { PracticeRow } from '../practice.queries.js';
import { type PracticeModel, practiceModel } from './practice.model.js';
import { ConsentForm, PictureForm, PracticeForm } from './practices.form.js';

declare module '../../../web/views/page.js' {
  interface PageModels {
    'merchants/my-practices': MyPracticesPage;
    'merchants/my-practice': MyPracticePage;
  }
}

export interface MyPracticesPage extends PageFrame {
  readonly list: TaskList;
  readonly none: EmptyState | null;
  readonly another: boolean;
}

export interface MyPracticePage extends PageFrame {
  readonly id: string | null;
  readonly version: number;
  readonly state: StatusTag | null;
  readonly returned: string | null;
  readonly summary: ErrorSummary;
  readonly merge: MergeModel | null;
  readonly form: {
    readonly subject: FieldSelect;
    readonly headline: FieldText;
    readonly texts: readonly FieldTextarea[];
    readonly figureLabel: FieldText;
    readonly figureUnit: FieldText;
    readonly figures: FieldTextarea;
  } | null;
  readonly pictures: {
    readonly list: readonly {
      readonly href: string;
      readonly caption: string;
      readonly documentId: string;
    }[];
    readonly caption: FieldText;
    readonly picture: FieldFile;
  } | null;
  readonly submit: { readonly text: string; readonly consent: FieldCheckboxes } | null;
  /** What stands before the office, or is public. */
  readonly shown: PracticeModel | null;
  readonly withdrawable: boolean;
}

const tones: Readonly<Record<PracticeState, StatusTag['tone']>> = {
  Draft: 'neutral',
  Submitted: 'active',
  Returned: 'attention',
  Released: 'good',
  Withdrawn: 'neutral',
};

export function practiceTag(state: PracticeState, { t }: PageContext): StatusTag {
  return { label: t(`lifecycle.practice.${state}`), tone: tones[state] };
}

export function myPracticesPage(rows: readonly PracticeRow[], titled: boolean) {
  return (context: PageContext): MyPracticesPage => {
    const { t } = context;
    return {
      title: t('merchants.practices.mine'),
      breadcrumbs: [
        { label: t('navigation.my'), href: '/my' },
        { label: t('merchants.practices.mine'), href: null },
      ],
      list: {
        tasks: rows.map((row) => ({
          href: `/my/practices/${row.id}`,
          label: row.headline,
          hint: t(`merchants.practice.subject.${row.subject}`),
          status: practiceTag(row.state, context),
        })),
      },
      none: rows.length
        ? null
        : {
            title: t('merchants.practices.mine.none'),
            text: t(titled ? 'merchants.practices.mine.text' : 'merchants.practice.noTitle'),
            action: titled
              ? { href: '/my/practices/new', label: t('merchants.practices.new') }
              : null,
          },
      another: titled && rows.length > 0 && rows.length < PRACTICE_SUBJECTS.length,
    };
  };
}

/** The whole consent as it is shown: this is what its hash proves. */
export function consentShown(t: PageContext['t']): string {
  return [t('merchants.practice.consent.text'), t('merchants.practice.consent.tick')].join('\n');
}

/** @param row null for a new one */
export function myPracticePage(
  row: PracticeRow | null,
  sent: Submitted<object> | null = null,
  overtaken = false,
) {
  return (context: PageContext): MyPracticePage => {
    const { t } = context;
    const draw = (form: new () => object, stored = {}) =>
      context.draw(sent?.form === form ? sent : unsentForm(form, stored));
    const editable = !row || practiceIn.editable.has(row.state);
    const form = draw(PracticeForm, row ? storedOf(row) : {});
    const consent = draw(ConsentForm);
    return {
      title: row?.headline ?? t('merchants.practices.new'),
      breadcrumbs: [
        { label: t('navigation.my'), href: '/my' },
        { label: t('merchants.practices.mine'), href: '/my/practices' },
        { label: row?.headline ?? t('merchants.practices.new'), href: null },
      ],
      id: row?.id ?? null,
      version: row?.version ?? 0,
      state: row && practiceTag(row.state, context),
      returned: row?.returnReason ?? null,
      summary: sent ? context.draw(sent).summary : { errors: [] },
      merge: sent && row && overtaken ? mergeOf(sent, storedOf(row), context) : null,
      form: editable
        ? {
            subject: form.select(
              'subject',
              PRACTICE_SUBJECTS.map((value) => ({
                value,
                label: t(`merchants.practice.subject.${value}`),
              })),
            ),
            headline: form.text('headline'),
            texts: ['doing', 'copying', 'helped'].map((name) => form.textarea(name)),
            figureLabel: form.text('figureLabel'),
            figureUnit: form.text('figureUnit'),
            figures: form.textarea('figures'),
          }
        : null,
      pictures: row && editable ? picturesOf(row, draw(PictureForm), sent, context) : null,
      submit:
        row && editable
          ? { text: t('merchants.practice.consent.text'), consent: consent.flag('consent') }
          : null,
      shown: row && !editable ? practiceModel(row, context, 'own') : null,
      withdrawable: row !== null && practiceIn.withdrawable.has(row.state),
    };
  };
}

function picturesOf(
  row: PracticeRow,
  drawn: ReturnType<PageContext['draw']>,
  sent: Submitted<object> | null,
  { t }: PageContext,
): MyPracticePage['pictures'] {
  const error = sent?.errors.find(({ field }) => field === 'picture');
  return {
    list: row.pictures.map(({ documentId, caption }) => ({
      href: `/documents/${documentId}`,
      caption,
      documentId,
    })),
    caption: drawn.text('caption'),
    picture: {
      name: 'picture',
      label: t('merchants.practice.picture'),
      hint: t('merchants.practice.picture.hint'),
      error: error ? t(error.code, error.variables) : null,
      required: true,
      accept: '.jpg,.jpeg,.png,.webp',
      multiple: false,
      files: [],
    },
  };
}

function storedOf(row: PracticeRow): Record<string, string> {
  return {
    subject: row.subject,
    headline: row.headline,
    doing: row.doing,
    copying: row.copying,
    helped: row.helped,
    figureLabel: row.figureLabel ?? '',
    figureUnit: row.figureUnit ?? '',
    figures: row.figures.map(({ year, value }) => `${year} ${value / 100}`).join('\n'),
  };
}
