import type { DraftSheet } from '../../../rules/rounds/draft-sheet.js';
import type { ProgressLine, SummaryList } from '../../../web/component-models.js';
import type { ErrorSummary } from '../../../web/field-models.js';
import type { FieldError } from '../../../web/forms/submitted.js';
import type { PageContext } from '../../../web/page-context.js';
import type { PageFrame } from '../../../web/views/page.js';
import { formatHundredths } from '../../../text/format.js';
import type { SheetReading } from '../read-sheet.js';
import type { OwnMark } from '../sheet-marks.js';
import type { SheetRow } from '../sheet.queries.js';
import { type LateModel, lateModel } from './late-conflict.form.js';
import { categoryName } from './judging-home.page.js';
import { type MarkModel, markModel } from './mark-model.js';
import type { SheetInput } from './sheet-input.js';
import {
  type EvidencePair,
  type KeyLine,
  SHEET_KEYS,
  keyLines,
  pairsOf,
  sheetProgress,
} from './evidence-pairs.js';
import { indicatorLabel } from './score-step.js';
import { sheetIn } from '../../../rules/lifecycle/score-sheet-groups.js';
import { roundIn } from '../../../rules/lifecycle/round-groups.js';

declare module '../../../web/views/page.js' {
  interface PageModels {
    'judging/sheet': SheetPage;
  }
}

export interface SheetPage extends PageFrame {
  readonly action: string;
  /** Its id, where it may be kept on a device; null outside a round. */
  readonly sheetId: string | null;
  /** A copy that lies on a device: it says nothing of what was saved since. */
  readonly stored: boolean;
  readonly editable: boolean;
  /** From paper: keyed by the office, or being keyed; null for a sheet of a device. */
  readonly paper: string | null;
  readonly blind: boolean;
  readonly version: number;
  readonly summary: ErrorSummary;
  /** For nobody but the judge; null outside a round. */
  readonly mark: MarkModel | null;
  readonly identity: SummaryList;
  /** What was filed for an indicator beside the scale on which it is judged. */
  readonly pairs: readonly EvidencePair[];
  readonly verified: readonly {
    readonly label: string;
    readonly points: string;
    readonly most: string;
  }[];
  readonly given: readonly {
    readonly label: string;
    readonly points: string;
    readonly comment: string;
  }[];
  readonly progress: ProgressLine;
  readonly keys: readonly KeyLine[];
  readonly closesOn: string;
  readonly printHref: string;
  readonly signHref: string;
  readonly late: LateModel | null;
}

export interface SheetPageInput {
  readonly row: SheetRow;
  readonly reading: SheetReading;
  readonly draft: DraftSheet;
  readonly errors: readonly FieldError[];
  readonly mark?: OwnMark;
  /** What came back with its errors, as it was sent: at its version, beside what its page had shown. */
  readonly typed?: SheetInput;
  /** The address of the sheet; left out for one of a round. */
  readonly base?: string;
  readonly stored?: boolean;
  /** Typed into the form that steps back, when it was refused. */
  readonly late?: Parameters<typeof lateModel>[1];
}

export function sheetPage(input: SheetPageInput) {
  const { row, reading, draft, errors, late, typed, base = `judging/sheets/${row.id}` } = input;
  return (context: PageContext): SheetPage => {
    const { t } = context;
    const { indicators } = reading;
    const errorText = (error: FieldError) => t(error.code, error.variables);
    return {
      title: t('judging.sheet.numbered', { number: reading.number }),
      breadcrumbs: [
        { label: t('judging.home.title'), href: '/judging' },
        { label: t('judging.sheet.numbered', { number: reading.number }), href: null },
      ],
      action: base,
      sheetId: input.base ? null : row.id,
      stored: input.stored ?? false,
      editable: reading.editable,
      paper: row.paperSince && paperText(row, context),
      blind: reading.blind,
      version: typed?.version ?? reading.version,
      mark: markModel(input),
      summary: {
        errors: [
          ...errors.map((error) => ({ name: error.field, text: errorText(error) })),
          ...(late ? context.draw(late).summary.errors : []),
        ],
      },
      identity: { rows: identityRows(row, reading, context) },
      pairs: pairsOf(
        {
          reading,
          draft,
          errors,
          seen: typed?.seen,
          ownHref: (code) => (input.base ? null : `judging/sheets/${row.id}/own#own-${code}`),
        },
        context,
      ),
      verified: reading.verified.map(({ indicator, points }) => ({
        label: indicatorLabel(indicator, context),
        points: formatHundredths(points),
        most: formatHundredths(indicator.weight),
      })),
      given: indicators.map((indicator) => {
        const points = draft.scores[indicator.code];
        return {
          label: indicatorLabel(indicator, context),
          points: points === undefined ? t('judging.sheet.unscored') : formatHundredths(points),
          comment: draft.comments[indicator.code] ?? '',
        };
      }),
      progress: sheetProgress(indicators, draft, context),
      keys: keyLines(SHEET_KEYS, context),
      closesOn: row.closesOn,
      printHref: `${base}/print`,
      signHref: `judging/rounds/${row.roundId}/sign`,
      late: roundIn.open.has(row.roundState) ? lateModel(base, late, context) : null,
    };
  };
}

function paperText({ state }: SheetRow, { t }: PageContext): string {
  return t(sheetIn.signed.has(state) ? 'judging.paper.entered' : 'judging.paper.keyedByOffice');
}

function identityRows(row: SheetRow, reading: SheetReading, context: PageContext) {
  const { t } = context;
  const given: readonly (readonly [string, string | null])[] = [
    [t('judging.sheet.category'), categoryName(row, context)],
    [t('judging.sheet.merchant'), reading.merchantName],
    [t('judging.sheet.head'), reading.headName],
  ];
  return given.flatMap(([term, value]) => (value === null ? [] : [{ term, value, action: null }]));
}
