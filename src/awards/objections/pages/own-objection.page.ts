import type { EntryProof } from '../../../prooflog/prove-entry.js';
import { type ReceiptLine, receiptLine } from '../../../prooflog/receipt-line.js';
import { formatInstant } from '../../../text/format.js';
import type { SummaryList } from '../../../web/component-models.js';
import type {
  ErrorSummary,
  FieldFile,
  FieldText,
  FieldTextarea,
} from '../../../web/field-models.js';
import { type Submitted, unsentForm } from '../../../web/forms/submitted.js';
import type { PageContext } from '../../../web/page-context.js';
import type { PageFrame } from '../../../web/views/page.js';
import { objectionIn } from '../../../rules/lifecycle/objection-groups.js';
import type { FollowCode } from '../follow-code.js';
import type { AdditionRow, ObjectionRow } from '../objection.queries.js';
import type { KeptCodes } from './kept-codes.js';
import { AdditionForm, FollowForm } from './objections.form.js';
import { progress } from './objections.page.js';

declare module '../../../web/views/page.js' {
  interface PageModels {
    'awards/objection-filed': ObjectionFiledPage;
    'awards/objection-follow': ObjectionFollowPage;
    'awards/objection-own': ObjectionOwnPage;
    'awards/objection-lost': ObjectionLostPage;
  }
}

export interface ObjectionFiledPage extends PageFrame {
  readonly keep: string;
  readonly codes: readonly FollowCode[];
  readonly next: { readonly href: string; readonly label: string };
}

export interface ObjectionFollowPage extends PageFrame {
  readonly summary: ErrorSummary;
  readonly receiptNumber: FieldText;
  readonly code: FieldText;
}

export interface DrawnAddition {
  readonly time: string;
  readonly note: string | null;
  readonly file: { readonly href: string; readonly name: string } | null;
}

export interface ObjectionOwnPage extends PageFrame {
  readonly receipt: ReceiptLine | null;
  readonly receiptNumber: string;
  readonly code: string;
  readonly facts: SummaryList;
  readonly substance: string;
  readonly evidence: { readonly href: string; readonly name: string } | null;
  readonly additions: readonly DrawnAddition[];
  readonly summary: ErrorSummary;
  /** Null once it is decided. */
  readonly add: { readonly note: FieldTextarea; readonly evidence: FieldFile } | null;
}

export interface ObjectionLostPage extends PageFrame {
  readonly lead: string;
  /** What to do where no digits come. */
  readonly none: string | null;
  readonly summary: ErrorSummary;
  /** Where it is sent. */
  readonly href: string;
  readonly id: string | null;
  readonly field: FieldText;
  readonly submit: string;
}

const words = {
  filed: { title: 'awards.objection.filed', keep: 'awards.objection.keep' },
  entered: { title: 'awards.enter.done', keep: 'awards.enter.tell' },
  followed: { title: 'awards.objection.printable', keep: 'awards.objection.printable.keep' },
  renewed: { title: 'awards.objection.renewed', keep: 'awards.objection.renewed.keep' },
} as const;

/** Receipt number and code to write down or to print. */
export function objectionFiledPage({ occasion, codes }: KeptCodes) {
  return ({ t }: PageContext): ObjectionFiledPage => ({
    title: t(words[occasion].title),
    breadcrumbs:
      occasion === 'entered'
        ? [{ label: t('awards.objections.title'), href: '/office/objections' }]
        : [],
    keep: t(words[occasion].keep),
    codes,
    next:
      occasion === 'entered'
        ? { href: '/office/objections', label: t('awards.objections.title') }
        : { href: '/objections/follow', label: t('awards.objection.follow') },
  });
}

export function objectionFollowPage(sent: Submitted<FollowForm>) {
  return (context: PageContext): ObjectionFollowPage => {
    const drawn = context.draw(sent);
    return {
      title: context.t('awards.objection.follow'),
      breadcrumbs: [],
      summary: drawn.summary,
      receiptNumber: drawn.text('receiptNumber'),
      code: drawn.text('code'),
    };
  };
}

export interface OwnObjection {
  readonly row: ObjectionRow;
  readonly code: string;
  readonly evidenceName: string | null;
  readonly additions: readonly AdditionRow[];
  readonly proof: EntryProof;
}

/** Everything that whoever has the code wrote and sent, and how it stands. */
export function objectionOwnPage(
  { row, code, evidenceName, additions, proof }: OwnObjection,
  sent: Submitted<AdditionForm> = unsentForm(AdditionForm),
) {
  return (context: PageContext): ObjectionOwnPage => {
    const { t } = context;
    const drawn = context.draw(sent);
    const file: FieldFile = {
      name: 'evidence',
      label: t('awards.objection.evidence'),
      hint: t('awards.objection.evidence.hint'),
      error: null,
      required: false,
      accept: '.pdf,.jpg,.jpeg,.png',
      multiple: false,
      files: [],
    };
    return {
      title: t('awards.objections.one', { receipt: row.receiptNumber }),
      breadcrumbs: [],
      receiptNumber: row.receiptNumber,
      code,
      // The heading says its number.
      facts: { rows: progress(context, row).rows.slice(1) },
      substance: row.substance,
      evidence: row.evidenceId
        ? {
            href: `${FILES}/${row.evidenceId}`,
            name: evidenceName ?? t('awards.objection.evidence'),
          }
        : null,
      additions: additionsOf(additions, FILES, context),
      receipt: receiptLine(proof, '/objections/followed/log', context),
      summary: drawn.summary,
      add: objectionIn.unsettled.has(row.state)
        ? { note: drawn.textarea('note'), evidence: file }
        : null,
    };
  };
}

const FILES = '/objections/files';

export function additionsOf(
  additions: readonly AdditionRow[],
  files: string,
  { t, lang }: PageContext,
): readonly DrawnAddition[] {
  return additions.map(({ note, documentId, fileName, addedAt }) => ({
    time: formatInstant(lang, addedAt),
    note,
    file: documentId
      ? { href: `${files}/${documentId}`, name: fileName ?? t('awards.objection.evidence') }
      : null,
  }));
}

const steps = {
  mobile: {
    lead: 'awards.objection.lost.lead',
    href: '/objections/lost',
    submit: 'awards.objection.lost.send',
  },
  code: {
    lead: 'awards.objection.lost.code.lead',
    href: '/objections/lost/code',
    submit: 'awards.objection.lost.submit',
  },
} as const;

/** The same words whoever asks: whether anybody objected with a number is not told. */
export function objectionLostPage(
  step: keyof typeof steps,
  sent: Submitted<object>,
  id: string | null = null,
) {
  return (context: PageContext): ObjectionLostPage => {
    const { t } = context;
    const drawn = context.draw(sent);
    const { lead, href, submit } = steps[step];
    return {
      title: t('awards.objection.lost'),
      breadcrumbs: [],
      lead: t(lead),
      none: step === 'code' ? t('awards.objection.lost.none') : null,
      summary: drawn.summary,
      href,
      id,
      field: drawn.text(step),
      submit: t(submit),
    };
  };
}
