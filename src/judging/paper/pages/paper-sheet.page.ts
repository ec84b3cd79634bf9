import type { Indicator } from '../../../rules/scoring/indicator.js';
import { roundIn } from '../../../rules/lifecycle/round-groups.js';
import { OPEN_PAPER } from '../../../rules/rounds/paper-keyings.js';
import { sheetCode } from '../../../rules/rounds/sheet-code.js';
import { formatInstant } from '../../../text/format.js';
import { allows } from '../../../web/access/policies.js';
import type { StatusTag, SummaryList } from '../../../web/component-models.js';
import type {
  ErrorSummary,
  FieldCheckboxes,
  FieldFile,
  FieldTextarea,
} from '../../../web/field-models.js';
import type { Submitted } from '../../../web/forms/submitted.js';
import type { PageContext } from '../../../web/page-context.js';
import type { PageFrame } from '../../../web/views/page.js';
import type { OpenedDifferences } from '../open-differences.js';
import type { KeyingRow, PaperRow } from '../paper.queries.js';
import { type ApartModel, apartModel } from './apart-model.js';
import { type PaperField, type SentPaper, dissentField, paperField } from './paper-field.js';
import { type KeyingModel, keyingModels } from './keying-model.js';
import type { WithdrawForm } from './paper.form.js';
import { type PaperRound, paperCrumbs, paperStatus } from './paper-list.page.js';

declare module '../../../web/views/page.js' {
  interface PageModels {
    'judging/paper-sheet': PaperSheetPage;
  }
}

export interface PaperSheetPage extends PageFrame {
  readonly base: string;
  readonly next: string;
  readonly status: StatusTag | null;
  readonly facts: SummaryList;
  readonly summary: ErrorSummary;
  /** Empty fields: what anybody keyed before is shown to nobody. */
  readonly form: {
    readonly rows: readonly PaperField[];
    readonly dissent: FieldTextarea;
    readonly signed: FieldCheckboxes;
    readonly scan: FieldFile | null;
  } | null;
  readonly apart: ApartModel | null;
  readonly keyings: readonly KeyingModel[];
  /** Id of the picture, for whoever may open it. */
  readonly scan: string | null;
  readonly withdraw: FieldTextarea | null;
  readonly printHref: string | null;
}

export interface PaperSheetData extends PaperRound {
  readonly row: PaperRow;
  readonly indicators: readonly Indicator[];
  readonly keyings: readonly KeyingRow[];
  readonly apart: OpenedDifferences | null;
}

export function paperSheetPage(
  data: PaperSheetData,
  sent: SentPaper,
  withdrawing: Submitted<WithdrawForm>,
) {
  return (context: PageContext): PaperSheetPage => {
    const { t, actor } = context;
    const { row, keyings, apart, round } = data;
    const { stage, own } = row;
    const isOpen = roundIn.open.has(round.state);
    const keys = isOpen && allows('standings.lock', actor) && !own && isKeyed(row);
    const withdraws =
      isOpen && allows('panel.seat', actor) && stage !== null && OPEN_PAPER.has(stage);
    const title = t('judging.paper.one', { seat: row.seat, number: row.judgingNumber ?? '' });
    const drawn = context.draw(withdrawing);
    return {
      title,
      breadcrumbs: paperCrumbs(data, context, title, true),
      base: `office/paper-sheets/${row.id}`,
      next: t(nextKey(data, { keys, settles: apart !== null })),
      status: stage && paperStatus({ stage, own }, context),
      facts: { rows: factRows(row, context) },
      summary: {
        errors: [
          ...sent.errors.map(({ field, code, variables }) => ({
            name: field || 'form',
            text: t(code, variables),
          })),
          ...drawn.summary.errors,
        ],
      },
      form: keys ? formOf(data, sent, context) : null,
      apart: apart && isOpen ? apartModel(data.indicators, apart, sent, context) : null,
      keyings: keyingModels(data.indicators, keyings, context),
      scan: roundIn.locked.has(round.state) ? row.scanId : null,
      withdraw: withdraws ? drawn.textarea('reason') : null,
      printHref:
        isOpen && !row.signed && allows('paper.issue', actor)
          ? `office/rounds/${round.id}/paper/print?sheet=${row.id}`
          : null,
    };
  };
}

/** A keying is still wanted: also of a sheet for which nobody noted that a paper went out. */
function isKeyed({ stage, signed }: PaperRow): boolean {
  return stage === 'toKey' || stage === 'once' || (stage === null && !signed);
}

function nextKey(
  { row: { stage, own, signed } }: PaperSheetData,
  { keys, settles }: { readonly keys: boolean; readonly settles: boolean },
): string {
  if (keys) return 'judging.paper.next.key';
  if (settles) return 'judging.paper.next.settle';
  if (stage === null) return `judging.paper.next.${signed ? 'signed' : 'device'}`;
  if (stage === 'once' && own) return 'judging.paper.next.own';
  if (stage === 'apart' && own) return 'judging.paper.next.apartOwn';
  return `judging.paper.next.${stage}`;
}

function factRows(row: PaperRow, context: PageContext) {
  const { t, lang } = context;
  const settled =
    row.settledAt && row.settledName
      ? t('judging.paper.by', {
          name: row.settledName,
          time: formatInstant(lang, row.settledAt),
        })
      : '';
  const lines: readonly (readonly [string, string])[] = [
    [t('judging.sheet.merchant'), row.blind ? '' : row.merchantName],
    [t('judging.sheet.number'), row.judgingNumber ?? ''],
    [t('judging.paper.code'), sheetCode(row.id)],
    [t('judging.paper.settledBy'), settled],
    [t('judging.paper.note'), row.settledNote ?? ''],
  ];
  return lines.flatMap(([term, value]) => (value ? [{ term, value, action: null }] : []));
}

function formOf(
  { indicators, row }: PaperSheetData,
  { fields, errors }: SentPaper,
  context: PageContext,
) {
  const { t } = context;
  const errorOf = (name: string) => {
    const found = errors.find(({ field }) => field === name);
    return found ? t(found.code, found.variables) : null;
  };
  const first = row.stage !== 'once';
  return {
    rows: indicators.map((indicator) => paperField(indicator, { fields, errors }, context)),
    dissent: dissentField(fields.dissent, errorOf('dissent'), context),
    signed: {
      name: 'signed',
      label: t('judging.paper.signed'),
      hint: null,
      error: errorOf('signed'),
      required: true,
      inline: false,
      options: [
        { value: 'on', label: t('judging.paper.signed.text'), selected: fields.signed, hint: null },
      ],
    },
    scan: first
      ? {
          name: 'scan',
          label: t('judging.paper.scan'),
          hint: t('judging.paper.scan.hint'),
          error: errorOf('scan'),
          required: true,
          accept: '.pdf,.jpg,.jpeg,.png',
          multiple: false,
          files: [],
        }
      : null,
  };
}
