import type { ErrorSummary } from '../../../web/field-models.js';
import { type RawForm, typedTexts } from '../../../web/forms/parse-value.js';
import type { PageContext } from '../../../web/page-context.js';
import type { PageFrame } from '../../../web/views/page.js';
import type { Refusal } from '../../../rules/refusal.js';
import { formatDayWeekday } from '../../../text/format.js';
import { partsOfItem } from '../../../rules/applications/item-changes.js';
import type { CorrectionRound } from '../../correction-rounds.queries.js';
import {
  type DrawnItem,
  type DrawnRound,
  drawRound,
  type ItemNames,
} from '../../draw-correction-round.js';
import type { ItemTexts } from '../../keep-correction-words.js';
import type { ApplicationFile } from '../application-file.js';
import { type StepItem, steps, stepSections } from '../step-fields.js';
import { shown } from './draw-field.js';
import { categoryName } from './form-frame.js';
import { itemLabel } from './item-label.js';

declare module '../../../web/views/page.js' {
  interface PageModels {
    'applications/correction': CorrectionPage;
  }
}

export interface CorrectionPage extends PageFrame {
  readonly id: string;
  readonly due: string;
  readonly overdue: boolean;
  readonly summary: ErrorSummary;
  /** The request that is open, with a field for each item. */
  readonly round: (Omit<DrawnRound, 'items'> & { readonly items: readonly AnswerItem[] }) | null;
  readonly earlier: readonly DrawnRound[];
}

type AnswerItem = DrawnItem & { readonly name: string; readonly typed: string };

export function correctionPage(
  file: ApplicationFile,
  rounds: readonly CorrectionRound[],
  typed: RawForm = {},
  refusal: Refusal | null = null,
) {
  return (context: PageContext): CorrectionPage => {
    const { t, lang } = context;
    const { application, correction } = file;
    const title = t('applications.correction.title');
    const names = namesOf(file, context);
    const open = rounds.find(({ id }) => id === correction?.id);
    const drawn = open && drawRound(open, names, context);
    return {
      title,
      breadcrumbs: [
        { label: t('applications.my.title'), href: '/my' },
        { label: categoryName(application, context), href: `/my/applications/${application.id}` },
        { label: title, href: null },
      ],
      id: application.id,
      due: correction
        ? t('applications.correction.due', { day: formatDayWeekday(lang, correction.dueOn) })
        : '',
      overdue: correction !== null && file.today > correction.dueOn,
      summary: {
        errors: refusal
          ? [{ name: refusal.field ?? 'unchanged', text: t(refusal.code, refusal.variables) }]
          : [],
      },
      round: drawn
        ? {
            ...drawn,
            items: drawn.items.map((item) => {
              const name = `say.${item.item}`;
              return { ...item, name, typed: typedTexts(typed, name)[0] ?? '' };
            }),
          }
        : null,
      earlier: rounds
        .filter((round) => round !== open)
        .map((round) => drawRound(round, names, context)),
    };
  };
}

/** What was typed about each listed item. */
export function readWords(raw: RawForm, items: readonly string[]): ItemTexts {
  return Object.fromEntries(items.map((item) => [item, typedTexts(raw, `say.${item}`)[0] ?? '']));
}

function namesOf(file: ApplicationFile, context: PageContext): ItemNames {
  const items = steps.flatMap((step) => stepSections(file, step)).flatMap((one) => one.items);
  const find = (key: string): StepItem | undefined => items.find((item) => item.key === key);
  return {
    lists: file.lists,
    label: (item) => itemLabel(file, item, context),
    figure: (key, value) => {
      const item = find(key);
      return item ? shown(item.field, value, context) : (value ?? '');
    },
    href: (item) => hrefOf(file, item),
  };
}

/** The field or the section where the applicant changes an item. */
function hrefOf({ application, lists }: ApplicationFile, item: string): string {
  const home = `/my/applications/${application.id}`;
  const [{ kind, key }] = partsOfItem(item) as readonly [ReturnType<typeof partsOfItem>[number]];
  if (kind === 'evidence') return `${home}/evidence`;
  if (kind === 'text') return `${home}/texts#section-${key}`;
  if (kind === 'penalty') return `${home}/texts#section-penalty`;
  if (kind === 'rows') {
    const list = lists.find((one) => one.key === key);
    return `${home}/${list?.step ?? 'figures'}#section-${list?.indicators[0] ?? ''}`;
  }
  return `${home}/figures#field-${key}`;
}
