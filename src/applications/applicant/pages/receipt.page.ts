import type { EntryProof } from '../../../prooflog/prove-entry.js';
import { type ReceiptLine, receiptLine } from '../../../prooflog/receipt-line.js';
import type { SummaryList } from '../../../web/component-models.js';
import type { PageContext } from '../../../web/page-context.js';
import type { PageFrame } from '../../../web/views/page.js';
import { formatInstant } from '../../../text/format.js';
import type { DeclarationRow, SubmissionRow } from '../applicant.queries.js';
import { type ApplicationFile, claimsOf } from '../application-file.js';
import { contentHash } from '../submit-application.js';
import { type StepName, stepSections } from '../step-fields.js';
import { categoryName } from './form-frame.js';

declare module '../../../web/views/page.js' {
  interface PageModels {
    'applications/receipt': ReceiptPage;
  }
}

export interface ReceiptPage extends PageFrame {
  readonly id: string;
  readonly head: SummaryList;
  /** How much was handed in: the answers themselves are a print of their own. */
  readonly contents: SummaryList;
  /** Part of the address of this receipt that says which submission it is of. */
  readonly which: string;
  readonly declarations: readonly {
    readonly name: string;
    readonly time: string;
    readonly hash: string;
  }[];
  readonly hash: string;
  readonly receipt: ReceiptLine | null;
}

/** A submission as it was handed in. */
export interface HandedIn {
  readonly file: ApplicationFile;
  readonly given: readonly DeclarationRow[];
  /** Null for an application from before submissions were kept one by one. */
  readonly submission: SubmissionRow | null;
}

/** What says that an application was handed in, on one sheet, with the hash that the journal holds. */
export function receiptPage(handed: HandedIn, proof: EntryProof) {
  const { file, given } = handed;
  const declarations = declarationsAt(given, file.application.submittedAt ?? '');
  return (context: PageContext): ReceiptPage => {
    const { t, lang } = context;
    const title = t('applications.receipt.title');
    return {
      title,
      breadcrumbs: [
        {
          label: t('applications.receipt.back'),
          href: `/my/applications/${file.application.id}`,
        },
        { label: title, href: null },
      ],
      id: file.application.id,
      head: headOf(handed, context),
      contents: contentsOf(file, context),
      which: whichOf(handed),
      declarations: declarations.map(({ kind, acceptedAt, textHash }) => ({
        name: t(`applications.declaration.${kind}`),
        time: formatInstant(lang, acceptedAt),
        hash: textHash.slice(0, 16),
      })),
      hash: hashOfContent(handed),
      receipt: receiptLine(proof, logAddress(handed), context),
    };
  };
}

export function headOf({ file, submission }: HandedIn, context: PageContext): SummaryList {
  const { t, lang } = context;
  const { application, programme, register } = file;
  const which =
    submission && t(`applications.receipt.which.${submission.kind}`, { number: submission.number });
  const rows = [
    ['applications.receipt.number', application.receiptNumber ?? ''],
    ['applications.overview.programme', programme.name],
    ['applications.receipt.category', categoryName(application, context)],
    ['applications.register.name', register.merchant.name],
    ['applications.receipt.time', formatInstant(lang, application.submittedAt ?? '')],
    ...(which ? [['applications.receipt.which', which] as const] : []),
  ] as const;
  return { rows: rows.map(([term, value]) => ({ term: t(term), value, action: null })) };
}

function contentsOf(file: ApplicationFile, { t }: PageContext): SummaryList {
  const answered = (step: StepName) =>
    stepSections(file, step)
      .flatMap(({ items, rows }) => [
        ...items,
        ...rows.flatMap(({ lines, stored }) => lines.slice(0, stored.length).flat()),
      ])
      .filter(({ stored }) => stored !== null && stored !== '').length;
  const files = new Set(file.evidence.map(({ hash }) => hash)).size;
  const rows = [
    ['applications.receipt.shops', file.register.shops.length],
    ['applications.step.figures', answered('figures')],
    ['applications.step.texts', answered('texts')],
    ['applications.receipt.files', files],
  ] as const;
  return {
    rows: rows.map(([term, count]) => ({
      term: t(term),
      value: t(`applications.receipt.count.${term.split('.').at(-1)!}`, { count }),
      action: null,
    })),
  };
}

export function receiptHref(handed: HandedIn): string {
  return `/my/applications/${handed.file.application.id}/${whichOf(handed)}`;
}

function whichOf({ submission }: HandedIn): string {
  return submission ? `receipts/${submission.number}` : 'receipt';
}

export function hashOfContent({ file, submission }: HandedIn): string {
  return submission?.contentHash ?? contentHash(file, claimsOf(file));
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

function logAddress({ file, submission }: HandedIn): string {
  return `/my/applications/${file.application.id}/receipts/${submission?.number ?? 1}/log`;
}
