import type { PageContext } from '../../../web/page-context.js';
import type { PageFrame } from '../../../web/views/page.js';
import { categoryName } from '../../sheets/pages/judging-home.page.js';
import { boardPath } from '../hall-path.js';
import type { Board, BoardHead } from '../board.queries.js';
import { type ClockModel, clockModel } from './clock.model.js';

declare module '../../../web/views/page.js' {
  interface PageModels {
    'judging/board': BoardPage;
  }
}

export interface BoardPage extends PageFrame {
  readonly programme: string;
  /** Where the script hears of changes. */
  readonly events: string;
  readonly on: { readonly label: string; readonly number: string };
  readonly next: string;
  readonly progress: string;
  readonly clock: ClockModel;
  readonly phaseText: string;
  /** What the chair has shown of whoever was heard last; null where nothing hangs. */
  readonly revealId: string;
  readonly reveal: {
    readonly title: string;
    readonly totals: readonly { readonly figure: string; readonly dropped: string }[];
    readonly mean: string;
    readonly working: string;
  } | null;
}

export function boardPage(head: BoardHead, state: Board) {
  return (context: PageContext): BoardPage => {
    const { t } = context;
    const { place, next, heard, total, clock, reveal } = state;
    const number = (of: number | string) => t('hall.board.number', { place: String(of) });
    return {
      title: t('hall.title', { category: categoryName(head, context) }),
      breadcrumbs: [],
      programme: head.programmeName,
      events: `${boardPath(head.roundId)}/events`.slice(1),
      on: {
        label: t(place === null ? 'hall.board.none' : `hall.board.on.${clock.phase}`),
        number: place === null ? '' : number(place),
      },
      next: next === null ? '' : t('hall.board.next', { number: number(next) }),
      progress: t('hall.board.progress', { heard: String(heard), total: String(total) }),
      clock: clockModel(clock, context),
      phaseText: t(`hall.phase.${clock.phase}`),
      revealId: reveal?.id ?? '',
      reveal: reveal && {
        title: t('hall.board.reveal', { number: number(reveal.place) }),
        totals: reveal.totals.map(({ points, dropped }) => ({
          figure: points,
          dropped: dropped ? t(`hall.board.dropped.${dropped}`) : '',
        })),
        mean: reveal.mean,
        working: t('hall.board.working', {
          given: reveal.totals.length,
          dropped: reveal.totals.length - reveal.kept,
          kept: reveal.kept,
        }),
      },
    };
  };
}
