import type { PageContext } from '../../../web/page-context.js';
import type { PageFrame } from '../../../web/views/page.js';
import { rowText } from '../../draw-correction-round.js';
import type { ApplicationFile } from '../application-file.js';
import type { OfferedFromElsewhere } from '../known-facts.js';
import type { StepContent } from '../step-content.js';
import { type StepName, steps, stepSections } from '../step-fields.js';
import type { Row } from '../row-lists.js';
import { shown } from './draw-field.js';
import { categoryName } from './form-frame.js';
import { itemLabel } from './item-label.js';

declare module '../../../web/views/page.js' {
  interface PageModels {
    'applications/known-facts': KnownFactsPage;
  }
}

export interface KnownFactsPage extends PageFrame {
  readonly id: string;
  readonly facts: readonly {
    readonly value: string;
    readonly label: string;
    readonly says: string;
    readonly from: string;
  }[];
}

export function knownFactsPage(file: ApplicationFile, offered: readonly OfferedFromElsewhere[]) {
  return (context: PageContext): KnownFactsPage => {
    const { t } = context;
    const title = t('applications.known.title');
    return {
      title,
      breadcrumbs: [
        { label: t('applications.my.title'), href: '/my' },
        {
          label: categoryName(file.application, context),
          href: `/my/applications/${file.application.id}`,
        },
        { label: title, href: null },
      ],
      id: file.application.id,
      facts: offered.map((fact) => ({
        value: nameOf(fact),
        label: labelOf(file, fact, context),
        says: sayingOf(file, fact, context),
        from: t('applications.known.from', {
          category: categoryName(fact.from, context),
          receiptNumber: fact.from.receiptNumber ?? t('applications.withdraw.draft'),
        }),
      })),
    };
  };
}

/** How a fact is named in the form. */
function nameOf({ kind, key }: Pick<OfferedFromElsewhere, 'kind' | 'key'>): string {
  return `${kind}:${key}`;
}

/** What the chosen facts put on each step; nothing else of the step is touched. */
export function chosenContent(
  file: ApplicationFile,
  offered: readonly OfferedFromElsewhere[],
  chosen: readonly string[],
): readonly (readonly [StepName, StepContent])[] {
  const facts = offered.filter((fact) => chosen.includes(nameOf(fact)));
  const of = (kind: OfferedFromElsewhere['kind']) => facts.filter((fact) => fact.kind === kind);
  const rowsOn = (step: StepName) =>
    Object.fromEntries(
      of('rows')
        .filter(({ key }) => file.lists.find((list) => list.key === key)?.step === step)
        .map(({ key, value }) => [key, JSON.parse(value) as readonly Row[]]),
    );
  const { penaltySelfReport } = file.application.answers;
  return steps.map((step) => [
    step,
    {
      figures:
        step === 'figures'
          ? Object.fromEntries(of('figure').map(({ key, value }) => [key, value]))
          : {},
      texts:
        step === 'texts'
          ? Object.fromEntries(of('text').map(({ key, value }) => [key, value]))
          : {},
      rows: rowsOn(step),
      penaltySelfReport: of('penalty')[0]?.value ?? penaltySelfReport,
    },
  ]);
}

function labelOf(
  file: ApplicationFile,
  { kind, key }: OfferedFromElsewhere,
  context: PageContext,
): string {
  if (kind === 'penalty') return context.t('applications.penalty.title');
  return itemLabel(file, kind === 'text' ? `text.${key}` : key, context);
}

function sayingOf(
  file: ApplicationFile,
  { kind, key, value }: OfferedFromElsewhere,
  context: PageContext,
): string {
  if (kind === 'rows') {
    const list = file.lists.find((one) => one.key === key);
    const rows = JSON.parse(value) as readonly Row[];
    return rows.map((row) => rowText(list, row, context)).join('\n');
  }
  if (kind !== 'figure') return value;
  const items = stepSections(file, 'figures').flatMap((section) => section.items);
  const item = items.find((one) => one.key === key);
  return item ? shown(item.field, value, context) : value;
}
