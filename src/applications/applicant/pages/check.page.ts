import type { PageContext } from '../../../web/page-context.js';
import type { PageFrame } from '../../../web/views/page.js';
import { formatDay, formatHundredths, formatNumber } from '../../../text/format.js';
import { claimableIndicators } from '../../../rules/scoring/needed-figures.js';
import { applicationIn } from '../../../rules/lifecycle/application-groups.js';
import { type ApplicationFile } from '../application-file.js';
import { CONFIRMATION } from '../confirmation.js';
import { openForEvidence } from '../evidence-changes.js';
import { shopTitle } from '../shop-title.js';
import { type StepItem, type StepName, type StepSection, stepSections } from '../step-fields.js';
import { draftProblems } from '../submission-problems.js';
import { say, shown } from './draw-field.js';
import { drawRegister } from './filed.page.js';
import { type FormFrame, formFrame } from './form-frame.js';

declare module '../../../web/views/page.js' {
  interface PageModels {
    'applications/check': CheckPage;
  }
}

export interface CheckPage extends PageFrame, FormFrame {
  readonly merchant: string;
  readonly lead: string;
  readonly parts: readonly {
    readonly title: string;
    readonly sections: readonly {
      readonly title: string | null;
      readonly rows: readonly CheckRow[];
    }[];
  }[];
}

interface CheckRow {
  readonly term: string;
  readonly value: string;
  /** Required and not there. */
  readonly missing: boolean;
  readonly action: { readonly href: string; readonly label: string } | null;
}

/** Everything that will be handed in, on one page, each row with the place where it is changed. */
export function checkPage(file: ApplicationFile) {
  return (context: PageContext): CheckPage => {
    const { t } = context;
    const missing = draftProblems(file).length;
    const draft = applicationIn.draft.has(file.application.state);
    return {
      ...formFrame(file, 'check', context),
      merchant: file.register.merchant.name,
      lead: draft
        ? t(missing ? 'applications.check.missing' : 'applications.check.complete', {
            count: missing,
          })
        : t('applications.check.filed'),
      parts: [
        { title: t('applications.step.register'), sections: registerSections(file, context) },
        ...(['figures', 'texts'] as const).map((step) => ({
          title: t(`applications.step.${step}`),
          sections: stepSections(file, step).map((one) => drawPart(file, step, one, context)),
        })),
        { title: t('applications.step.evidence'), sections: [evidenceSection(file, context)] },
      ],
    };
  };
}

function drawPart(
  file: ApplicationFile,
  step: StepName,
  section: StepSection,
  context: PageContext,
) {
  const { t } = context;
  const name = section.name ? say(section.name, context) : t('applications.penalty.title');
  const row = (item: StepItem, prefix = '') => {
    const term = prefix + say(item.field.label, context);
    return {
      term,
      value: shown(item.field, item.stored, context),
      missing: isMissing(file, item),
      action: actionOf(file, step, item, context),
    };
  };
  const lists = section.rows.flatMap(({ list, lines, stored, open }) => {
    const title = t(`applications.rows.${list.key}`);
    if (stored.length === 0) {
      const href = `/my/applications/${file.application.id}/${step}#section-${section.code}`;
      const action = open ? { href, label: t('applications.check.change') } : null;
      return [{ term: title, value: t('applications.none'), missing: false, action }];
    }
    return lines
      .slice(0, stored.length)
      .flatMap((line, i) =>
        line.map((item) => row(item, `${title} ${t('applications.rows.line', { n: i + 1 })} `)),
      );
  });
  return {
    title: section.name ? t('applications.indicator', { code: section.code, name }) : name,
    rows: [...section.items.map((item) => row(item)), ...lists],
  };
}

function isMissing(file: ApplicationFile, { field, fromRegister }: StepItem): boolean {
  if (!applicationIn.draft.has(file.application.state) || fromRegister) return false;
  return draftProblems(file).some((problem) => problem.field === field.name);
}

function actionOf(
  file: ApplicationFile,
  step: StepName,
  { field, open, fromRegister }: StepItem,
  { t }: PageContext,
): CheckRow['action'] {
  const label = t('applications.check.change');
  if (fromRegister) return { label, href: `/my/returns/${file.programme.dataYear}` };
  if (!open) return null;
  return { label, href: `/my/applications/${file.application.id}/${step}#field-${field.name}` };
}

function registerSections(file: ApplicationFile, context: PageContext) {
  const { t, lang } = context;
  const { register, application, programme } = file;
  const change = (href: string) =>
    applicationIn.draft.has(application.state)
      ? { href, label: t('applications.check.change') }
      : null;
  const codes = draftProblems(file).map(({ code }) => code);
  const none = (term: string, code: string, href: string) => ({
    term,
    value: t('applications.nothing'),
    missing: codes.includes(code),
    action: change(href),
  });
  const year = programme.dataYear;
  const shops = register.shops.map((shop) => ({
    term: shopTitle(shop, context),
    value: t('applications.check.shop', { url: shop.url, day: formatDay(lang, shop.openedOn) }),
    missing: false,
    action: change(`/my/shops/${shop.id}`),
  }));
  const returns = register.returns.slice(0, 3).map((one) => ({
    term: t('applications.receipt.return', { year: String(one.year) }),
    value: t('applications.receipt.returnFigures', {
      net: formatHundredths(one.netWan),
      orders: formatNumber(one.orders),
    }),
    missing: false,
    action: change(`/my/returns/${one.year}`),
  }));
  const filed = register.returns.some((one) => one.year === year);
  return [
    {
      title: null,
      rows: drawRegister(register, context).facts.rows.map((row) => ({
        ...row,
        missing: false,
        action: change('/my/merchant'),
      })),
    },
    {
      title: t('applications.register.shops'),
      rows: shops.length
        ? shops
        : [none(t('applications.register.shops'), 'applications.problem.noShop', '/my/shops')],
    },
    {
      title: t('applications.register.returns'),
      rows: [
        ...(filed
          ? []
          : [
              none(
                t('applications.receipt.return', { year: String(year) }),
                'applications.problem.noReturn',
                `/my/returns/${year}`,
              ),
            ]),
        ...returns,
      ],
    },
  ];
}

function evidenceSection(file: ApplicationFile, context: PageContext) {
  const { t } = context;
  const open = openForEvidence(file);
  const href = `/my/applications/${file.application.id}/evidence`;
  const names = (code: string) =>
    file.evidence
      .filter(({ indicator }) => indicator === code)
      .map(({ name, caption }) =>
        caption ? t('applications.file.captioned', { name, caption }) : name,
      );
  const rows = claimableIndicators(file.category).map(({ code, name }) => ({
    term: t('applications.indicator', { code, name: say(name, context) }),
    value: names(code).join(' / ') || t('applications.check.noFile'),
    missing: false,
    action: open.includes(code) ? { href, label: t('applications.check.change') } : null,
  }));
  const signed = names(CONFIRMATION);
  return {
    title: null,
    rows: signed.length
      ? [
          ...rows,
          {
            term: t('applications.statement.title'),
            value: signed.join(' / '),
            missing: false,
            action: null,
          },
        ]
      : rows,
  };
}
