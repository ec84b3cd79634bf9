import { signingProblems } from '../../../rules/rounds/draft-sheet.js';
import type { Indicator } from '../../../rules/scoring/indicator.js';
import type { CommentRule } from '../../../rules/scoring/rule-set.js';
import { formatHundredths } from '../../../text/format.js';
import type { StatusTag } from '../../../web/component-models.js';
import type { ErrorSummary, FieldTextarea } from '../../../web/field-models.js';
import { TextareaField } from '../../../web/forms/fields.js';
import type { Submitted } from '../../../web/forms/submitted.js';
import { typedTexts } from '../../../web/forms/parse-value.js';
import type { PageContext } from '../../../web/page-context.js';
import type { PageFrame } from '../../../web/views/page.js';
import type { OverviewRow } from '../sheet.queries.js';
import { categoryName, sheetStatus } from './judging-home.page.js';
import { fieldError } from './sheet-input.js';
import { sheetIn } from '../../../rules/lifecycle/score-sheet-groups.js';

declare module '../../../web/views/page.js' {
  interface PageModels {
    'judging/sign': SignPage;
  }
}

export class SignForm {
  @TextareaField({
    label: 'judging.sign.dissent',
    hint: 'judging.sign.dissent.hint',
    required: false,
    max: 1000,
    rows: 3,
  })
  dissent!: string | null;
}

interface SheetModel {
  readonly href: string;
  readonly printHref: string;
  readonly number: string;
  readonly name: string | null;
  readonly points: readonly string[];
  readonly total: string;
  readonly status: StatusTag;
}

export interface SignPage extends PageFrame {
  readonly action: string;
  readonly reviewHref: string;
  readonly summary: ErrorSummary;
  readonly ready: readonly (SheetModel & { readonly key: string; readonly chosen: boolean })[];
  readonly unfinished: readonly (SheetModel & { readonly problem: string })[];
  readonly signed: readonly SheetModel[];
  readonly dissent: FieldTextarea;
  /** What of the sheets that are ready was never seen, in sentences; with it the form asks. */
  readonly unseen: readonly string[];
  readonly confirmed: boolean;
}

export interface RoundSheets {
  /** Of those that can be signed. */
  readonly unseen: {
    readonly unopened: readonly OverviewRow[];
    readonly unreviewed: readonly OverviewRow[];
  };
  readonly rows: readonly OverviewRow[];
  readonly indicators: readonly Indicator[];
  readonly comment: CommentRule;
}

export function signPage(sheets: RoundSheets, form: Submitted<SignForm>) {
  const { rows, indicators, comment, unseen } = sheets;
  return (context: PageContext): SignPage => {
    const { t } = context;
    const chosen = typedTexts(form.typed, 'sheets');
    const open = rows
      .filter(({ state }) => sheetIn.open.has(state))
      .map((row) => ({
        row,
        model: sheetModel(row, indicators, context),
        problems: signingProblems(indicators, draftOf(row), comment),
        keyed: row.paperSince !== null,
      }));
    const drawn = context.draw(form);
    return {
      ...frame(rows, 'judging.sign.title', context),
      action: `judging/rounds/${rows[0]!.roundId}/sign`,
      reviewHref: `judging/rounds/${rows[0]!.roundId}/review`,
      summary: drawn.summary,
      ready: open
        .filter(({ problems, keyed }) => problems.length === 0 && !keyed)
        .map(({ row, model }) => {
          const key = `${row.id}.${row.version}`;
          return { ...model, key, chosen: chosen.length === 0 || chosen.includes(key) };
        }),
      unfinished: open
        .filter(({ problems, keyed }) => problems.length > 0 || keyed)
        .map(({ model, problems, keyed }) => {
          if (keyed) return { ...model, problem: t('judging.paper.keyedByOffice') };
          const { code, variables } = fieldError(problems[0]!);
          const indicator = problems[0]!.indicator;
          return { ...model, problem: t(code, { indicator, ...variables }) };
        }),
      signed: rows
        .filter(({ state }) => sheetIn.signed.has(state))
        .map((row) => sheetModel(row, indicators, context)),
      dissent: drawn.textarea('dissent'),
      unseen: (['unopened', 'unreviewed'] as const).flatMap((kind) =>
        unseen[kind].length
          ? [t(`judging.sign.${kind}`, { numbers: numbersOf(unseen[kind]) })]
          : [],
      ),
      confirmed: typedTexts(form.typed, 'confirm')[0] === 'on',
    };
  };
}

function numbersOf(rows: readonly OverviewRow[]): string {
  return rows
    .map(({ judgingNumber }) => judgingNumber ?? '')
    .toSorted()
    .join(' ');
}

/** The sheets that could be signed as they are. */
export function readySheets({
  rows,
  indicators,
  comment,
}: Pick<RoundSheets, 'rows' | 'indicators' | 'comment'>): readonly OverviewRow[] {
  return rows.filter(
    (row) =>
      sheetIn.open.has(row.state) &&
      row.paperSince === null &&
      signingProblems(indicators, draftOf(row), comment).length === 0,
  );
}

function draftOf(row: Pick<OverviewRow, 'scores' | 'comments'>) {
  return {
    scores: JSON.parse(row.scores) as Record<string, number>,
    comments: JSON.parse(row.comments) as Record<string, string>,
  };
}

function frame(rows: readonly OverviewRow[], key: string, context: PageContext): PageFrame {
  const { t } = context;
  const title = t(key, { category: categoryName(rows[0]!, context) });
  return {
    title,
    breadcrumbs: [
      { label: t('judging.home.title'), href: '/judging' },
      { label: title, href: null },
    ],
  };
}

function sheetModel(
  row: OverviewRow,
  indicators: readonly Indicator[],
  context: PageContext,
): SheetModel {
  const { scores } = draftOf(row);
  return {
    href: `/judging/sheets/${row.id}`,
    printHref: `judging/sheets/${row.id}/print`,
    number: row.judgingNumber ?? '',
    name: row.blind ? null : row.merchantName,
    points: indicators.map(({ code }) => {
      const points = scores[code];
      return points === undefined ? '' : formatHundredths(points);
    }),
    total: row.total === null ? '' : formatHundredths(row.total),
    status: sheetStatus({ ...row, begun: Object.keys(scores).length ? 1 : 0 }, context),
  };
}
