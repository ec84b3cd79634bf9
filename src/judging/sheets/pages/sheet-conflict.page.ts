import type { DraftSheet } from '../../../rules/rounds/draft-sheet.js';
import { formatHundredths } from '../../../text/format.js';
import type { PageContext } from '../../../web/page-context.js';
import type { PageFrame } from '../../../web/views/page.js';
import type { SheetReading } from '../read-sheet.js';
import type { SavedSheet } from '../save-sheet.js';
import { fieldValues } from './saved-answer.js';
import { indicatorLabel } from './score-step.js';

declare module '../../../web/views/page.js' {
  interface PageModels {
    'judging/sheet-conflict': SheetConflictPage;
  }
}

export interface SheetConflictPage extends PageFrame {
  readonly action: string;
  readonly version: number;
  readonly conflicts: readonly {
    readonly code: string;
    readonly label: string;
    readonly saved: string;
    readonly mine: string;
  }[];
  readonly fields: readonly { readonly name: string; readonly value: string }[];
}

/**
 * Indicators that two windows changed differently, to choose from; all else is saved already. What is chosen is
 * saved over what was just shown.
 */
export function sheetConflictPage(reading: SheetReading, mine: DraftSheet, saved: SavedSheet) {
  return (context: PageContext): SheetConflictPage => {
    const { t } = context;
    const inConflict = reading.indicators.filter(({ code }) => saved.conflicts.includes(code));
    const side = (draft: DraftSheet, code: string): string => {
      const points = draft.scores[code];
      const comment = draft.comments[code];
      const words =
        points === undefined
          ? t('judging.sheet.unscored')
          : t('judging.points', { points: formatHundredths(points) });
      return comment ? t('judging.conflict.side', { points: words, comment }) : words;
    };
    return {
      title: t('judging.conflict.title', { number: reading.number }),
      breadcrumbs: [
        { label: t('judging.home.title'), href: '/judging' },
        { label: t('judging.sheet.numbered', { number: reading.number }), href: null },
      ],
      action: `judging/sheets/${reading.id}`,
      version: saved.version,
      conflicts: inConflict.map((indicator) => ({
        code: indicator.code,
        label: indicatorLabel(indicator, context),
        saved: side(saved.draft, indicator.code),
        mine: side(mine, indicator.code),
      })),
      fields: reading.indicators.flatMap(({ code }) => {
        const now = fieldValues(saved.draft, code);
        const typed = saved.conflicts.includes(code) ? fieldValues(mine, code) : now;
        return [
          { name: `seen-${code}`, value: now.seen },
          { name: `score-${code}`, value: typed.score },
          { name: `comment-${code}`, value: typed.comment },
          ...(typed === now
            ? []
            : [
                { name: `saved-score-${code}`, value: now.score },
                { name: `saved-comment-${code}`, value: now.comment },
              ]),
        ];
      }),
    };
  };
}
