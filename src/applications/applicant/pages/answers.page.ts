import type { SummaryList } from '../../../web/component-models.js';
import type { PageContext } from '../../../web/page-context.js';
import type { PageFrame } from '../../../web/views/page.js';
import { formatHundredths, formatNumber } from '../../../text/format.js';
import { type StepSection, stepSections } from '../step-fields.js';
import { say, shown } from './draw-field.js';
import { drawRegister } from './filed.page.js';
import { itemLabel } from './item-label.js';
import { type HandedIn, hashOfContent, headOf, receiptHref } from './receipt.page.js';

declare module '../../../web/views/page.js' {
  interface PageModels {
    'applications/answers': AnswersPage;
  }
}

export interface AnswersPage extends PageFrame {
  readonly head: SummaryList;
  readonly facts: SummaryList;
  readonly shops: SummaryList;
  readonly returns: SummaryList;
  readonly sections: readonly {
    readonly title: string;
    readonly rows: readonly { readonly term: string; readonly value: string }[];
  }[];
  readonly evidence: readonly string[];
  readonly hash: string;
}

/** Every answer and file that was handed in, for whoever wants them on paper. */
export function answersPage(handed: HandedIn) {
  return (context: PageContext): AnswersPage => {
    const { t } = context;
    const { file } = handed;
    const { register, evidence } = file;
    const title = t('applications.answers.title');
    const sections = [...stepSections(file, 'figures'), ...stepSections(file, 'texts')];
    return {
      title,
      breadcrumbs: [
        { label: t('applications.receipt.title'), href: receiptHref(handed) },
        { label: title, href: null },
      ],
      head: headOf(handed, context),
      facts: drawRegister(register, context).facts,
      shops: {
        rows: register.shops.map(({ shopName, url }) => ({
          term: shopName,
          value: url,
          action: null,
        })),
      },
      returns: {
        rows: register.returns.slice(0, 3).map((one) => ({
          term: t('applications.receipt.return', { year: String(one.year) }),
          value: t('applications.receipt.returnFigures', {
            net: formatHundredths(one.netWan),
            orders: formatNumber(one.orders),
          }),
          action: null,
        })),
      },
      sections: sections.map((section) => drawSection(section, context)),
      evidence: evidence.map(({ indicator, name, caption, hash }) =>
        t('applications.receipt.file', {
          indicator: itemLabel(file, indicator, context),
          name,
          caption,
          hash: hash.slice(0, 16),
        }),
      ),
      hash: hashOfContent(handed),
    };
  };
}

function drawSection(section: StepSection, context: PageContext) {
  const { t } = context;
  const name = section.name ? say(section.name, context) : t('applications.penalty.title');
  const items = [
    ...section.items,
    ...section.rows.flatMap(({ lines, stored }) => lines.slice(0, stored.length).flat()),
  ];
  return {
    title: section.name ? t('applications.indicator', { code: section.code, name }) : name,
    rows: items.map(({ field, stored }) => ({
      term: say(field.label, context),
      value: shown(field, stored, context),
    })),
  };
}
