import type { WalkModel } from '../component-models.js';
import type { PageContext } from '../page-context.js';
import type { PageFrame } from '../views/page.js';
import { inList } from './list-model.js';
import type { PlaceInList } from './list-reader.js';
import type { ListTable } from './list-table.js';

/** The list in the address of a file: its words, and the place the file had. */
export interface Walk {
  readonly words: string;
  readonly at: number;
}

/** A walk with what the list said about the file at hand. */
interface OpenWalk {
  readonly table: ListTable;
  readonly walk: Walk;
  readonly place: PlaceInList;
}

/** The page of a file with the way to its neighbours above it. */
export function walking(
  open: OpenWalk,
  build: (context: PageContext) => PageFrame,
): (context: PageContext) => PageFrame {
  return (context) => ({ ...build(context), walk: walkModel(open, context) });
}

function walkModel({ table, walk, place }: OpenWalk, { t }: PageContext): WalkModel {
  const step = (to: PlaceInList['before']) => to && inList(table, walk.words, to.id, to.at);
  return {
    label: t('lists.walk'),
    place:
      place.number === null
        ? t('lists.walk.left', { total: place.total })
        : t('lists.walk.place', { number: place.number, total: place.total }),
    href: walk.words ? `${table.path}?${walk.words}` : table.path,
    previous: step(place.before),
    next: step(place.after),
  };
}
