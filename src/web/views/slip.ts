import { sha256Hex } from '../../rules/provenance/sha256-hex.js';
import type { SummaryList } from '../component-models.js';
import type { PageContext } from '../page-context.js';
import type { PageFrame } from './page.js';
import type { SquarePath } from './square-code.js';

declare module './page.js' {
  interface PageModels {
    'web/slip': SlipPage;
  }
}

/** One sheet that says that something was handed in, by whom and when, to be kept on paper. */
export interface SlipPage extends PageFrame {
  readonly head: SummaryList;
  readonly square: { readonly box: string; readonly path: string };
  /** What the square leads to. */
  readonly caption: string;
  /** What was written, where words were handed in. */
  readonly words: { readonly heading: string; readonly text: string } | null;
  readonly note: string;
  readonly hash: string;
}

export interface Slip {
  /** Key of its name. */
  readonly title: string;
  readonly back: { readonly label: string; readonly href: string };
  /** Key of the term and what stands beside it. */
  readonly rows: readonly (readonly [term: string, value: string])[];
  readonly square: SquarePath;
  readonly caption: string;
  readonly words: { readonly heading: string; readonly text: string } | null;
  readonly note: string;
  /** The text that the hash is of. */
  readonly content: string;
}

export function drawSlip(slip: Slip, { t }: PageContext): SlipPage {
  const { size, path } = slip.square;
  return {
    title: t(slip.title),
    breadcrumbs: [slip.back, { label: t(slip.title), href: null }],
    head: { rows: slip.rows.map(([term, value]) => ({ term: t(term), value, action: null })) },
    square: { box: `-2 -2 ${size + 4} ${size + 4}`, path },
    caption: t(slip.caption),
    words: slip.words && { ...slip.words, heading: t(slip.words.heading) },
    note: slip.note,
    hash: sha256Hex(slip.content),
  };
}
