import type {
  ErrorSummary,
  FieldCheckboxes,
  FieldSelect,
  FieldText,
} from '../../../web/field-models.js';
import {
  type CategoryNames,
  categoryChoices,
  categoryNamed,
} from '../../../programmes/category-names.js';
import { type MergeModel, mergeOf } from '../../../web/forms/merge-form.js';
import type { Submitted } from '../../../web/forms/submitted.js';
import { type ListModel, listModel } from '../../../web/lists/list-model.js';
import type { FoundList } from '../../../web/lists/list-reader.js';
import type { PageContext } from '../../../web/page-context.js';
import type { PageFrame } from '../../../web/views/page.js';
import type { ExpertRow } from '../expert.queries.js';
import type { EditExpertForm, ExpertForm, NewExpertForm } from './expert.form.js';

declare module '../../../web/views/page.js' {
  interface PageModels {
    'judging/experts': ExpertsPage;
    'judging/expert': ExpertPage;
    'judging/expert-added': ExpertAddedPage;
  }
}

interface ExpertFields {
  readonly name: FieldText;
  readonly field: FieldText;
  readonly organisation: FieldText;
  readonly organisationType: FieldSelect;
  readonly divisionCode: FieldSelect;
  readonly address: FieldText;
  readonly categories: FieldCheckboxes;
  readonly topics: FieldCheckboxes;
}

export interface ExpertsPage extends PageFrame {
  readonly list: ListModel;
  readonly mayEdit: boolean;
  readonly summary: ErrorSummary;
  readonly fields: ExpertFields;
  readonly mobile: FieldText;
  readonly email: FieldText;
}

export interface ExpertPage extends PageFrame {
  readonly action: string;
  readonly version: string;
  readonly summary: ErrorSummary;
  readonly merge: MergeModel | null;
  readonly fields: ExpertFields;
  readonly active: FieldCheckboxes;
}

export interface ExpertAddedPage extends PageFrame {
  readonly name: string;
  readonly oneTime: string;
}

export function expertsPage(
  found: FoundList,
  form: Submitted<NewExpertForm>,
  mayEdit: boolean,
  names: CategoryNames,
) {
  return (context: PageContext): ExpertsPage => {
    const { t } = context;
    const drawn = context.draw(form);
    return {
      ...frame(t('judging.experts.title'), context, false),
      list: listModel(found, context),
      mayEdit,
      summary: drawn.summary,
      fields: drawFields(form, names, context),
      mobile: drawn.text('mobile'),
      email: drawn.text('email'),
    };
  };
}

/** @param newest what another tab has saved meanwhile, null when nobody has */
export function expertPage(
  expertId: string,
  name: string,
  form: Submitted<EditExpertForm>,
  names: CategoryNames,
  newest: ExpertRow | null = null,
) {
  return (context: PageContext): ExpertPage => {
    const drawn = context.draw(form);
    return {
      ...frame(context.t('judging.expert.edit', { name }), context, true),
      action: `office/experts/${expertId}`,
      version: newest ? String(newest.version) : drawn.number('version').value,
      summary: drawn.summary,
      merge:
        newest &&
        mergeOf(form, storedTexts(newest, names, context), context, {
          categories: (code) => categoryNamed(names, code, context.lang),
        }),
      fields: drawFields(form, names, context),
      active: drawn.flag('active'),
    };
  };
}

function storedTexts(row: ExpertRow, names: CategoryNames, { t, lang }: PageContext) {
  const { name, field, organisation, address } = row;
  return {
    name,
    field,
    organisation,
    address,
    organisationType: t(`judging.organisationType.${row.organisationType}`),
    divisionCode: row.divisionCode && t(`judging.division.${row.divisionCode}`),
    categories: row.categories
      .map((code) => categoryNamed(names, code, lang))
      .join(t('navigation.listComma')),
  };
}

export function expertAddedPage(name: string, oneTime: string) {
  return (context: PageContext): ExpertAddedPage => ({
    ...frame(context.t('judging.expert.added'), context, true),
    name,
    oneTime,
  });
}

export function divisionName(code: string | null, { t }: Pick<PageContext, 't'>): string {
  return code ? t(`judging.division.${code}`) : t('judging.division.none');
}

function drawFields(
  form: Submitted<ExpertForm>,
  names: CategoryNames,
  context: PageContext,
): ExpertFields {
  const drawn = context.draw(form);
  return {
    name: drawn.text('name'),
    field: drawn.text('field'),
    organisation: drawn.text('organisation', 'full'),
    organisationType: drawn.select('organisationType'),
    divisionCode: drawn.select('divisionCode'),
    address: drawn.text('address', 'full'),
    categories: drawn.checkboxes('categories', categoryChoices(names, context.lang), true),
    topics: drawn.checkboxes('topics', undefined, true),
  };
}

function frame(title: string, { t }: PageContext, below: boolean): PageFrame {
  const pool = { label: t('judging.experts.title'), href: below ? '/office/experts' : null };
  const breadcrumbs = [{ label: t('navigation.office'), href: '/office' }, pool];
  return {
    title,
    breadcrumbs: below ? [...breadcrumbs, { label: title, href: null }] : breadcrumbs,
  };
}
