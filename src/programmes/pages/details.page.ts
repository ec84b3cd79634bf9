import type {
  ErrorSummary,
  FieldCheckboxes,
  FieldDate,
  FieldNumber,
  FieldSelect,
  FieldText,
  FieldTextarea,
} from '../../web/field-models.js';
import type { DrawnForm } from '../../web/forms/draw-form.js';
import { typedTexts } from '../../web/forms/parse-value.js';
import type { Submitted } from '../../web/forms/submitted.js';
import type { PageContext } from '../../web/page-context.js';
import type { PageFrame } from '../../web/views/page.js';
import { type CategoryNames, categoryChoices } from '../category-names.js';
import { PRESET_SOURCE } from '../presets.js';
import type { ProgrammeRow } from '../programme.queries.js';
import type { Difference } from './attempt.js';
import type { DetailsForm, EditDetailsForm, NewProgrammeForm } from './details.form.js';
import { officeCrumbs } from '../office-crumbs.js';

declare module '../../web/views/page.js' {
  interface PageModels {
    'programmes/new': NewPage;
    'programmes/details': DetailsPage;
  }
}

interface DetailsFields {
  readonly name: FieldText;
  readonly host: FieldText;
  readonly year: FieldNumber;
  readonly dataYear: FieldNumber;
  readonly scope: FieldTextarea;
  readonly cycle: FieldText;
  readonly funds: FieldTextarea;
}

export interface NewPage extends PageFrame {
  readonly summary: ErrorSummary;
  readonly source: FieldSelect;
  readonly categories: FieldCheckboxes;
  readonly openingDay: FieldDate;
  readonly fields: DetailsFields;
}

export interface DetailsPage extends PageFrame {
  readonly id: string;
  readonly version: number;
  readonly summary: ErrorSummary;
  readonly differences: readonly Difference[];
  readonly fields: DetailsFields;
}

export function newProgrammePage(
  form: Submitted<NewProgrammeForm>,
  programmes: readonly ProgrammeRow[],
  names: CategoryNames,
) {
  return (context: PageContext): NewPage => {
    const { t } = context;
    const drawn = context.draw(form);
    const sources = programmes
      .filter(({ ruleVersionId }) => ruleVersionId !== null)
      .map(({ id, name, year }) => ({
        value: id,
        label: t('programmes.source.of', { name, year: String(year) }),
      }));
    const preset = { value: PRESET_SOURCE, label: t('programmes.source.preset') };
    const title = t('programmes.new.title');
    return {
      title,
      breadcrumbs: officeCrumbs(context, null, title),
      summary: drawn.summary,
      source: drawn.select('sourceId', [...sources, preset]),
      categories: drawn.checkboxes('categories', categoryChoices(names, context.lang)),
      openingDay: drawn.date('openingDay'),
      fields: detailsFields(drawn),
    };
  };
}

export function detailsPage(
  programme: ProgrammeRow,
  form: Submitted<EditDetailsForm>,
  conflicting: boolean,
) {
  return (context: PageContext): DetailsPage => {
    const { t } = context;
    const drawn = context.draw(form);
    const title = t('programmes.details.title');
    return {
      title,
      breadcrumbs: officeCrumbs(context, programme, title),
      id: programme.id,
      version: programme.version,
      summary: drawn.summary,
      differences: conflicting ? differences(programme, form, context) : [],
      fields: detailsFields(drawn),
    };
  };
}

/** What the stored programme would put into the form. */
export function storedDetails(programme: ProgrammeRow): Record<keyof DetailsForm, string> {
  const { name, host, year, dataYear, scope, cycle, funds } = programme;
  return { name, host, year: String(year), dataYear: String(dataYear), scope, cycle, funds };
}

function differences(
  programme: ProgrammeRow,
  form: Submitted<EditDetailsForm>,
  { t }: PageContext,
): Difference[] {
  return Object.entries(storedDetails(programme)).flatMap(([name, theirs]) => {
    const mine = typedTexts(form.typed, name)[0] ?? '';
    return mine === theirs ? [] : [{ label: t(`programmes.${name}`), theirs, mine }];
  });
}

function detailsFields(drawn: DrawnForm): DetailsFields {
  return {
    name: drawn.text('name', 'full'),
    host: drawn.text('host', 'full'),
    year: drawn.number('year'),
    dataYear: drawn.number('dataYear'),
    scope: drawn.textarea('scope'),
    cycle: drawn.text('cycle'),
    funds: drawn.textarea('funds'),
  };
}
