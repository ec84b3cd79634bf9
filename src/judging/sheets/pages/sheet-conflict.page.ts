import type { DraftSheet } from '../../../rules/rounds/draft-sheet.js';
import { formatHundredths } from '../../../text/format.js';
import type { PageContext } from '../../../web/page-context.js';
import type { PageFrame } from '../../../web/views/page.js';
import type { SheetReading } from '../read-sheet.js';
import { indicatorLabel } from './score-step.js';

declare module '../../../web/views/page.js' {
  interface PageModels {
    'judging/sheet-conflict': SheetConflictPage;
  }
}

export interface SheetConflictPage extends PageFrame {
  readonly action: string;
  readonly version: number;
  readonly rows: readonly {
    readonly label: string;
    readonly saved: Side;
    readonly mine: Side;
    readonly differs: boolean;
  }[];
  readonly fields: readonly { readonly name: string; readonly value: string }[];
}

interface Side {
  readonly points: string;
  readonly comment: string;
}

/** Both versions side by side; taking mine saves it over the newest, which is what was just shown. */
export function sheetConflictPage(reading: SheetReading, mine: DraftSheet) {
  return (context: PageContext): SheetConflictPage => {
    const { t } = context;
    const side = (draft: DraftSheet, code: string): Side => ({
      points:
        draft.scores[code] === undefined
          ? t('judging.sheet.unscored')
          : formatHundredths(draft.scores[code]),
      comment: draft.comments[code] ?? '',
    });
    return {
      title: t('judging.conflict.title', { number: reading.number }),
      breadcrumbs: [
        { label: t('judging.home.title'), href: '/judging' },
        { label: t('judging.sheet.numbered', { number: reading.number }), href: null },
      ],
      action: `judging/sheets/${reading.id}`,
      version: reading.version,
      rows: reading.indicators.map((indicator) => {
        const saved = side(reading, indicator.code);
        const typed = side(mine, indicator.code);
        return {
          label: indicatorLabel(indicator, context),
          saved,
          mine: typed,
          differs: saved.points !== typed.points || saved.comment !== typed.comment,
        };
      }),
      fields: [
        ...Object.entries(mine.scores).map(([code, points]) => ({
          name: `score-${code}`,
          value: String(points),
        })),
        ...Object.entries(mine.comments).map(([code, value]) => ({
          name: `comment-${code}`,
          value,
        })),
      ],
    };
  };
}
