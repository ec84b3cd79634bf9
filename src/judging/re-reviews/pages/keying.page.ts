import type { DraftSheet } from '../../../rules/rounds/draft-sheet.js';
import type { RuleSet } from '../../../rules/scoring/rule-set.js';
import { formatDay, formatHundredths } from '../../../text/format.js';
import type { ScoreIndicator, SummaryList, TaskList } from '../../../web/component-models.js';
import type { ErrorSummary } from '../../../web/field-models.js';
import type { FieldError } from '../../../web/forms/submitted.js';
import type { PageContext } from '../../../web/page-context.js';
import type { PageFrame } from '../../../web/views/page.js';
import { categoryName } from '../../sheets/pages/judging-home.page.js';
import type { SheetPrintPage } from '../../sheets/pages/sheet-print.page.js';
import { indicatorLabel, scoreModel } from '../../sheets/pages/score-step.js';
import type { Asked } from '../asked-items.js';
import type { TypedFinding } from '../read-draft.js';
import type { Keying } from '../re-review-sheet.entity.js';
import type { PaperSheet, ReReviewSheetRow } from '../re-review-sheet.queries.js';
import { figureLabelWithUnit } from '../../../applications/office/file/figure-display.js';
import { type FindingField, findingField, labelled, textsOf } from './finding-fields.js';

declare module '../../../web/views/page.js' {
  interface PageModels {
    'judging/paper-sheets': PaperSheetsPage;
    'judging/keying': KeyingPage;
  }
}

export interface PaperSheetsPage extends PageFrame {
  readonly sheets: TaskList;
}

/** Empty fields at every opening: what anybody keyed before is shown to nobody. */
export interface KeyingPage extends PageFrame {
  readonly action: string;
  readonly printHref: string;
  readonly facts: SummaryList;
  readonly summary: ErrorSummary;
  readonly indicators: readonly ScoreIndicator[];
  readonly findings: readonly FindingField[];
}

export function paperSheetsPage(rows: readonly PaperSheet[]) {
  return (context: PageContext): PaperSheetsPage => {
    const { t, lang, actor } = context;
    return {
      title: t('judging.keying.title'),
      breadcrumbs: [
        { label: t('navigation.office'), href: '/office' },
        { label: t('judging.keying.title'), href: null },
      ],
      sheets: {
        tasks: rows.map((row) => {
          const stage = stageOf(JSON.parse(row.keyings) as Keying[], actor?.accountId ?? '');
          return {
            label: t('judging.keying.sheet', {
              merchant: row.merchantName,
              number: row.number,
              expert: row.expertName,
            }),
            href: `/office/re-review-sheets/${row.id}`,
            hint: t('judging.keying.hint', {
              receipt: row.receiptNumber,
              day: formatDay(lang, row.closesOn),
            }),
            status: {
              label: t(`judging.keying.stage.${stage}`),
              tone: stage === 'own' ? ('neutral' as const) : ('attention' as const),
            },
          };
        }),
      },
    };
  };
}

function stageOf(keyings: readonly Keying[], me: string): 'first' | 'second' | 'own' | 'apart' {
  if (keyings.length > 1) return 'apart';
  if (keyings.length === 0) return 'first';
  return keyings[0]!.by === me ? 'own' : 'second';
}

export interface KeyingInput {
  readonly row: ReReviewSheetRow;
  readonly rules: RuleSet;
  readonly asked: Asked;
  readonly sent?: {
    readonly draft: DraftSheet & { readonly findings: readonly TypedFinding[] };
    readonly errors: readonly FieldError[];
  };
}

export function keyingPage({ row, rules, asked, sent }: KeyingInput) {
  return (context: PageContext): KeyingPage => {
    const { t } = context;
    const texts = textsOf(rules, row, context);
    const errors = labelled(sent?.errors ?? [], texts);
    const draft = sent?.draft ?? { scores: {}, comments: {}, findings: [] };
    const errorOf = (code: string) => {
      const error = errors.find(({ field }) => field === `score-${code}`);
      return error ? t(error.code, error.variables) : null;
    };
    const number = row.number;
    const facts = [
      [t('judging.sheet.merchant'), row.merchantName],
      [t('judging.keying.receipt'), row.receiptNumber],
      [t('judging.keying.expert'), t('judging.keying.expertLine', { number, name: row.judgeName })],
    ];
    return {
      title: t('judging.keying.one'),
      breadcrumbs: [
        { label: t('navigation.office'), href: '/office' },
        { label: t('judging.keying.title'), href: '/office/re-review-sheets' },
        { label: t('judging.keying.one'), href: null },
      ],
      action: `office/re-review-sheets/${row.id}`,
      printHref: `office/re-review-sheets/${row.id}/print`,
      facts: { rows: facts.map(([term = '', value = '']) => ({ term, value, action: null })) },
      summary: {
        errors: errors.map(({ field, code, variables }) => ({
          name: field || 'form',
          text: t(code, variables),
        })),
      },
      indicators: asked.indicators.map((indicator) =>
        scoreModel(
          indicator,
          { draft, rule: rules.comment, error: errorOf(indicator.code) },
          context,
        ),
      ),
      findings: asked.figures.map((figure) => findingField(figure, draft.findings, errors, texts)),
    };
  };
}

/** The form that an expert fills in by hand. */
export function paperFormPage({ row, rules, asked }: Omit<KeyingInput, 'sent'>) {
  return (context: PageContext): SheetPrintPage => {
    const { t } = context;
    const texts = textsOf(rules, row, context);
    const blank = { points: '', comment: '', pins: [] };
    return {
      title: t('judging.keying.formTitle'),
      breadcrumbs: [{ label: t('judging.keying.title'), href: '/office/re-review-sheets' }],
      issuer: row.programmeName,
      sheetNumber: t('judging.reReview.numbered', { number: row.judgingNumber ?? '' }),
      lines: [
        { term: t('judging.sheet.category'), value: categoryName(row, context) },
        { term: t('judging.print.round'), value: t('judging.reReview.short') },
        { term: t('judging.keying.relation'), value: t('judging.keying.relationLine') },
      ],
      rows: [
        ...asked.indicators.map((indicator) => ({
          ...blank,
          label: indicatorLabel(indicator, context),
          most: formatHundredths(indicator.weight),
        })),
        ...asked.figures.map(({ key }) => ({
          ...blank,
          label: figureLabelWithUnit(key, texts),
          most: '',
        })),
      ],
      total: '',
      judge: row.judgeName,
      signedAt: null,
      dissent: null,
      chainHead: null,
      receipt: null,
      fromPaper: false,
    };
  };
}
