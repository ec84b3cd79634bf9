import { applicationIn } from '../../../rules/lifecycle/application-groups.js';
import { formatDayWeekday, formatInstant } from '../../../text/format.js';
import type { PageContext } from '../../../web/page-context.js';
import type { SquarePath } from '../../../web/views/square-code.js';
import { type Slip, drawSlip } from '../../../web/views/slip.js';
import type { ApplicationFile } from '../application-file.js';
import type { RemedyRow } from '../remedies.queries.js';
import { categoryName } from './form-frame.js';

/** That an application was withdrawn, with the hash of what had been handed in. */
export function withdrawalSlip(file: ApplicationFile, square: SquarePath) {
  return (context: PageContext) => {
    const { t, lang } = context;
    const { application, evidence, submissions } = file;
    const statement = evidence.find(({ indicator }) => indicator === 'withdrawal');
    return drawSlip(
      {
        ...common(file, square, context),
        title: 'applications.slip.withdrawal',
        rows: [
          ...about(file, context),
          ['applications.slip.withdrawnAt', formatInstant(lang, application.stateSince)],
          [
            'applications.slip.by',
            statement
              ? t('applications.slip.byStatement', { name: statement.name })
              : t('applications.slip.byRepresentative'),
          ],
        ],
        words: null,
        note: t('applications.withdraw.final'),
        content: [
          application.receiptNumber,
          application.stateSince,
          submissions.at(-1)?.contentHash ?? '',
          statement?.hash ?? '',
        ].join('\n'),
      },
      context,
    );
  };
}

/** That an applicant stated its case or asked for a re-examination, with its words. */
export function remedySlip(file: ApplicationFile, remedy: RemedyRow, square: SquarePath) {
  return (context: PageContext) => {
    const { t, lang } = context;
    const { kind, said, saidAt, answerDueOn } = remedy;
    return drawSlip(
      {
        ...common(file, square, context),
        title: `applications.slip.${kind}`,
        rows: [
          ...about(file, context),
          ['applications.receipt.time', formatInstant(lang, saidAt)],
          ['applications.slip.answerDue', formatDayWeekday(lang, answerDueOn)],
        ],
        words: { heading: 'review.remedy.said', text: said },
        note: t('applications.progress.onReceipt'),
        content: [file.application.receiptNumber, saidAt, said].join('\n'),
      },
      context,
    );
  };
}

const PATHS = { statement: 'screening-statement', reexamination: 're-examination' } as const;

/** The receipts of what came after the submissions. */
export function slipsOf(
  { application }: ApplicationFile,
  remedies: readonly RemedyRow[],
  { t }: PageContext,
) {
  const home = `/my/applications/${application.id}`;
  const withdrawal = {
    label: t('applications.slip.withdrawal'),
    href: `${home}/withdrawal/receipt`,
  };
  return [
    ...remedies.map(({ kind }) => ({
      label: t(`applications.slip.${kind}`),
      href: `${home}/${PATHS[kind]}/receipt`,
    })),
    ...(applicationIn.withdrawn.has(application.state) ? [withdrawal] : []),
  ];
}

function common({ application }: ApplicationFile, square: SquarePath, { t }: PageContext) {
  return {
    back: {
      label: t('applications.receipt.back'),
      href: `/my/applications/${application.id}`,
    },
    square,
    caption: 'applications.receipt.qr.caption',
  };
}

function about(file: ApplicationFile, context: PageContext): Slip['rows'] {
  const { application, programme, register } = file;
  return [
    ['applications.receipt.number', application.receiptNumber ?? ''],
    ['applications.overview.programme', programme.name],
    ['applications.receipt.category', categoryName(application, context)],
    ['applications.register.name', register.merchant.name],
  ];
}
