import type { FigureTexts } from '../../../applications/office/file/figure-display.js';
import type { DraftSheet } from '../../../rules/rounds/draft-sheet.js';
import { GROUND_NUMBERS } from '../../../rules/rounds/conflict-grounds.js';
import type { ErrorSummary, FieldSelect, FieldTextarea } from '../../../web/field-models.js';
import { ChoiceField, TextareaField, WholeField } from '../../../web/forms/fields.js';
import type { FieldError, Submitted } from '../../../web/forms/submitted.js';
import type { PageContext } from '../../../web/page-context.js';
import type { PageFrame } from '../../../web/views/page.js';
import { sheetIn } from '../../../rules/lifecycle/score-sheet-groups.js';
import { groundLabel } from '../../conflicts/pages/declaration.page.js';
import type { LateConflictForm } from '../../sheets/pages/late-conflict.form.js';
import { type SheetPage, sheetPage } from '../../sheets/pages/sheet.page.js';
import type { OpenedReReview } from '../open-re-review-sheet.js';
import type { TypedFinding, WholeProblem } from '../read-draft.js';
import type { ReReviewSheetRow } from '../re-review-sheet.queries.js';
import {
  type FindingField,
  findingField,
  labelled,
  textsOf,
  typedFindings,
} from './finding-fields.js';

declare module '../../../web/views/page.js' {
  interface PageModels {
    'judging/re-review-declaration': ReReviewDeclarationPage;
    'judging/re-review-sheet': ReReviewSheetPage;
  }
}

const NONE = 'none';

export class ReReviewDeclarationForm {
  @ChoiceField({ label: 'judging.declaration.answer', values: [NONE, ...GROUND_NUMBERS] })
  ground!: (typeof GROUND_NUMBERS)[number] | typeof NONE;
  @TextareaField({
    label: 'judging.declaration.explanation',
    hint: 'judging.reReview.explanation.hint',
    required: false,
    max: 500,
    rows: 3,
  })
  explanation!: string | null;
}

/** The version that was shown is the one that is signed. */
export class ReReviewSignForm {
  @WholeField({ label: 'awards.field.version', min: 1 })
  version!: number;
}

export interface ReReviewDeclarationPage extends PageFrame {
  readonly action: string;
  readonly merchantName: string;
  readonly headName: string;
  readonly summary: ErrorSummary;
  readonly ground: FieldSelect;
  readonly explanation: FieldTextarea;
}

export interface ReReviewSheetPage extends SheetPage {
  readonly findings: readonly FindingField[];
  readonly signed: boolean;
  /** What keeps it from being signed, in words; null when nothing does. */
  readonly missing: string | null;
}

export function declarationPage(row: ReReviewSheetRow, form: Submitted<ReReviewDeclarationForm>) {
  return (context: PageContext): ReReviewDeclarationPage => {
    const { t } = context;
    const drawn = context.draw(form);
    return {
      title: t('judging.reReview.declare'),
      breadcrumbs: crumbs(context),
      action: `judging/re-reviews/${row.id}/declaration`,
      merchantName: row.merchantName,
      headName: row.headName,
      summary: drawn.summary,
      ground: drawn.select(
        'ground',
        [NONE, ...GROUND_NUMBERS].map((value) => ({
          value,
          label: value === NONE ? t('judging.declaration.none') : groundLabel(value, t),
        })),
      ),
      explanation: drawn.textarea('explanation'),
    };
  };
}

export interface ReReviewSheetInput {
  readonly opened: OpenedReReview & { readonly file: NonNullable<OpenedReReview['file']> };
  /** What came back with its errors; the saved draft when left out. */
  readonly sent?: {
    readonly draft: DraftSheet & { readonly findings: readonly TypedFinding[] };
    readonly errors: readonly FieldError[];
  };
  readonly late?: Submitted<LateConflictForm>;
  readonly incomplete: WholeProblem | null;
}

export function reReviewSheetPage({ opened, sent, late, incomplete }: ReReviewSheetInput) {
  return (context: PageContext): ReReviewSheetPage => {
    const { t } = context;
    const { row, rules, file } = opened;
    const { reading, figures } = file;
    const texts = textsOf(rules, row, context);
    const errors = labelled(sent?.errors ?? [], texts);
    const base = `judging/re-reviews/${row.id}`;
    const page = sheetPage({
      row,
      reading,
      draft: sent?.draft ?? reading,
      errors,
      base,
      ...(late ? { late } : {}),
    })(context);
    const typed = sent?.draft.findings ?? typedFindings(row.findings, reading.comments);
    return {
      ...page,
      title: t('judging.reReview.numbered', { number: reading.number }),
      breadcrumbs: crumbs(context),
      findings: figures.map((figure) => findingField(figure, typed, errors, texts)),
      signed: sheetIn.signed.has(row.state),
      missing: incomplete && missingText(incomplete, texts),
    };
  };
}

function missingText(problem: WholeProblem, texts: FigureTexts): string {
  const { t } = texts;
  const [{ code, variables }] = labelled([problem], texts) as [FieldError];
  return t('judging.reReview.missing', { problem: t(code, variables) });
}

function crumbs({ t }: PageContext) {
  return [
    { label: t('judging.home.title'), href: '/judging' },
    { label: t('judging.reReview.short'), href: null },
  ];
}
