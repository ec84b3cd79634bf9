import type { StatusTag, SummaryList } from '../../../web/component-models.js';
import type {
  ErrorSummary,
  FieldDate,
  FieldRadios,
  FieldSelect,
  FieldText,
  FieldTextarea,
} from '../../../web/field-models.js';
import { type Submitted, unsentForm } from '../../../web/forms/submitted.js';
import type { PageContext } from '../../../web/page-context.js';
import type { PageFrame } from '../../../web/views/page.js';
import { ACTS, type ActName, type TitleFile, openActs } from './title-acts.js';
import { type HistoryEntry, titleHistory } from './title-history.js';
import { categoryName } from '../../pages/labels.js';
import { titleFacts, titleTag } from './titles.page.js';

declare module '../../../web/views/page.js' {
  interface PageModels {
    'awards/office-title': OfficeTitlePage;
  }
}

export interface OfficeTitlePage extends PageFrame {
  readonly id: string;
  readonly state: StatusTag;
  readonly facts: SummaryList;
  readonly summary: ErrorSummary;
  readonly holder: string;
  /** What is under way, which the reader acts on. */
  readonly current: readonly HistoryEntry[];
  readonly acts: readonly ActModel[];
  readonly history: readonly HistoryEntry[];
}

export interface ActModel {
  readonly action: string;
  readonly heading: string;
  readonly lead: string;
  readonly button: string;
  readonly selects: readonly FieldSelect[];
  readonly radios: readonly FieldRadios[];
  readonly dates: readonly FieldDate[];
  readonly texts: readonly FieldText[];
  readonly areas: readonly FieldTextarea[];
}

/** @param refused the act that came back, with what was typed */
export function officeTitlePage(
  file: TitleFile,
  refused: { readonly act: ActName; readonly form: Submitted<object> } | null,
) {
  return (context: PageContext): OfficeTitlePage => {
    const { t, actor } = context;
    const { title } = file;
    const history = titleHistory(file, context);
    return {
      title: t('awards.titles.one', { number: title.certificateNumber }),
      breadcrumbs: [
        { label: t('navigation.office'), href: '/office' },
        { label: t('awards.titles.title'), href: '/office/titles' },
        { label: title.certificateNumber, href: null },
      ],
      id: title.id,
      state: titleTag(t(`lifecycle.title.${title.state}`), title),
      facts: titleFacts(context, title),
      summary: refused ? context.draw(refused.form).summary : { errors: [] },
      acts: openActs(file, actor).map((name) =>
        actModel(name, file, refused?.act === name ? refused.form : null, context),
      ),
      holder: t('awards.titles.holder', {
        name: title.merchantName,
        honour: title.programmeName,
        category: categoryName(context, title),
      }),
      current: history.filter(({ open }) => open),
      history: history.filter(({ open }) => !open),
    };
  };
}

function actModel(
  name: ActName,
  file: TitleFile,
  sent: Submitted<object> | null,
  context: PageContext,
): ActModel {
  const { t } = context;
  const { form, choices, dates, texts, areas } = ACTS[name];
  const drawn = form ? context.draw(sent ?? unsentForm(form)) : null;
  const lists = drawn
    ? Object.entries(choices).map(([field, allowed]) => {
        const select = drawn.select(field);
        const values = allowed(file);
        const options = select.options.filter(({ value }) => values?.includes(value) ?? true);
        return { ...select, options };
      })
    : [];
  return {
    action: name,
    heading: t(`awards.titleAct.${name}`),
    lead: t(`awards.titleAct.${name}.lead`),
    button: t(`awards.titleAct.${name}.button`),
    selects: lists.filter(({ options }) => options.length > MANY),
    radios: lists.filter(({ options }) => options.length <= MANY).map(asRadios),
    dates: drawn ? dates.map((field) => drawn.date(field)) : [],
    texts: drawn ? texts.map((field) => drawn.text(field)) : [],
    areas: drawn ? areas.map((field) => drawn.textarea(field)) : [],
  };
}

/** More choices than this stand in a list that opens. */
const MANY = 6;

function asRadios({ name, label, hint, error, required, options }: FieldSelect): FieldRadios {
  const field = { name, label, hint, error, required, inline: false };
  return { ...field, options: options.map((one) => ({ ...one, hint: null })) };
}
