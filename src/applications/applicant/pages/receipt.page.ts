import type { SummaryList } from '../../../web/component-models.js';
import type { PageContext } from '../../../web/page-context.js';
import type { PageFrame } from '../../../web/views/page.js';
import { formatInstant } from '../../../text/format.js';
import type { DeclarationRow, SubmissionRow } from '../applicant.queries.js';
import { type ApplicationFile, claimsOf } from '../application-file.js';
import { contentHash } from '../submit-application.js';
import { type StepSection, stepSections } from '../step-fields.js';
import { say, shown } from './draw-field.js';
import { drawRegister } from './filed.page.js';
import { categoryName } from './form-frame.js';
import { formatHundredths, formatNumber } from '../../../text/format.js';
import { itemLabel } from './item-label.js';

declare module '../../../web/views/page.js' {
  interface PageModels {
    'applications/receipt': ReceiptPage;
  }
}

export interface ReceiptPage extends PageFrame {
  readonly id: string;
  readonly head: SummaryList;
  readonly facts: SummaryList;
  readonly shops: SummaryList;
  readonly returns: SummaryList;
  readonly sections: readonly {
    readonly title: string;
    readonly rows: readonly { readonly term: string; readonly value: string }[];
  }[];
  readonly evidence: readonly string[];
  readonly declarations: readonly {
    readonly name: string;
    readonly time: string;
    readonly hash: string;
  }[];
  readonly hash: string;
}

/** Everything that was submitted, to print and to keep, with the hash that the journal holds. */
export function receiptPage(
  file: ApplicationFile,
  given: readonly DeclarationRow[],
  submission: SubmissionRow | null,
) {
  const declarations = declarationsAt(given, file.application.submittedAt ?? '');
  return (context: PageContext): ReceiptPage => {
    const { t, lang } = context;
    const { application, programme, register, evidence } = file;
    const title = t('applications.receipt.title');
    const row = (term: string, value: string) => ({ term: t(term), value, action: null });
    const sections = [...stepSections(file, 'figures'), ...stepSections(file, 'texts')];
    return {
      title,
      breadcrumbs: [
        { label: t('applications.receipt.back'), href: `/my/applications/${application.id}` },
        { label: title, href: null },
      ],
      id: application.id,
      head: {
        rows: [
          row('applications.receipt.number', application.receiptNumber ?? ''),
          row('applications.overview.programme', programme.name),
          row('applications.receipt.category', categoryName(application, context)),
          row('applications.register.name', register.merchant.name),
          row('applications.receipt.time', formatInstant(lang, application.submittedAt ?? '')),
          ...(submission
            ? [
                row(
                  'applications.receipt.which',
                  t(`applications.receipt.which.${submission.kind}`, { number: submission.number }),
                ),
              ]
            : []),
        ],
      },
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
      declarations: declarations.map(({ kind, acceptedAt, textHash }) => ({
        name: t(`applications.declaration.${kind}`),
        time: formatInstant(lang, acceptedAt),
        hash: textHash.slice(0, 16),
      })),
      hash: submission?.contentHash ?? contentHash(file, claimsOf(file)),
    };
  };
}

/** The texts agreed to at the latest submission up to then; a correction repeats none. */
function declarationsAt(given: readonly DeclarationRow[], submittedAt: string) {
  const at = given
    .map(({ acceptedAt }) => acceptedAt)
    .filter((acceptedAt) => acceptedAt <= submittedAt)
    .toSorted()
    .at(-1);
  return given.filter(({ acceptedAt }) => acceptedAt === at);
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
