import type { FieldTextarea } from './field-models.js';
import type { NavigationLink, Tone } from './layout-model.js';

export interface StatusTag {
  readonly label: string;
  readonly tone: Tone;
}

export interface TaskList {
  readonly tasks: readonly {
    readonly label: string;
    /** Null while the task cannot be started. */
    readonly href: string | null;
    readonly hint: string | null;
    readonly status: StatusTag;
  }[];
}

export interface SummaryList {
  readonly rows: readonly {
    readonly term: string;
    readonly value: string;
    readonly action: { readonly href: string; readonly label: string } | null;
  }[];
}

/** The stages of a programme as a strip, and every phase of it as text behind one press. */
export interface Course {
  readonly label: string;
  readonly stages: readonly {
    readonly name: string;
    readonly dates: string;
    /** Its length on the strip, 1 to 20. */
    readonly weeks: number;
    /** Where today stands on it, `at-0` to `at-9`. */
    readonly needle: string | null;
    readonly state: ProgressState;
  }[];
  readonly phases: readonly {
    readonly name: string;
    readonly dates: string;
    readonly note: string | null;
    readonly state: ProgressState;
  }[];
}

export type ProgressState = 'done' | 'current' | 'later';

export interface PhaseBanner {
  readonly title: string;
  readonly phase: string;
  /** What ends next, for example 申报截止; null when nothing is awaited. */
  readonly next: {
    readonly label: string;
    readonly date: string;
    /** ISO instants: the deadline and the server's clock when the page was made. */
    readonly deadline: string;
    readonly now: string;
  } | null;
}

export interface Steps {
  readonly label: string;
  readonly steps: readonly {
    readonly label: string;
    readonly href: string | null;
    readonly state: ProgressState;
  }[];
}

export interface Tabs {
  readonly label: string;
  readonly tabs: readonly (NavigationLink & { readonly count: number | null })[];
}

export interface Pagination {
  readonly label: string;
  readonly summary: string;
  readonly previous: string | null;
  readonly next: string | null;
  /** A null href stands for the pages left out. */
  readonly pages: readonly {
    readonly number: number;
    readonly href: string | null;
    readonly current: boolean;
  }[];
}

export interface StatTiles {
  readonly tiles: readonly {
    readonly label: string;
    readonly value: string;
    readonly unit: string | null;
    readonly note: string | null;
  }[];
}

export interface TableNumbers {
  /** Unique on the page; names the scrolling region. */
  readonly id: string;
  readonly caption: string;
  readonly columns: readonly {
    readonly label: string;
    readonly unit: string | null;
    readonly numeric: boolean;
  }[];
  /** The first cell of a row is its heading. */
  readonly rows: readonly { readonly cutLine: boolean; readonly cells: readonly TableCell[] }[];
  readonly totals: readonly TableCell[] | null;
}

export interface TableCell {
  readonly text: string;
  readonly href: string | null;
  readonly numeric: boolean;
  /** Drawn under the figure, in hundredths of the longest of its column. */
  readonly bar?: ValueBar;
}

/** A figure as a bar from zero, with a tick where the year before ended. */
export interface ValueBar {
  readonly length: number;
  readonly before: number | null;
}

export interface EmptyState {
  readonly title: string;
  readonly text: string;
  readonly action: { readonly href: string; readonly label: string } | null;
}

export interface Disclosure {
  readonly summary: string;
  readonly text: string;
}

export interface ProgressLine {
  readonly label: string;
  readonly done: number;
  readonly total: number;
  /** For example the time by which the work will end; null without a forecast. */
  readonly note: string | null;
}

export interface Compare {
  readonly claimed: string;
  readonly verified: string | null;
  readonly unit: string | null;
  readonly verdict: StatusTag | null;
  readonly reason: string | null;
}

export interface ScoreIndicator {
  readonly name: string;
  readonly label: string;
  /** Full points, already formatted. */
  readonly weight: string;
  readonly error: string | null;
  /** Best first, so that points fall from one choice to the next; `digit` is the key of a band. */
  readonly bands: readonly (ScoreChoice & {
    readonly digit: number;
    readonly text: string;
    /** The half points between this band and the one below it. */
    readonly lesser: readonly ScoreChoice[];
  })[];
  readonly comment: FieldTextarea;
  /** What a score with `needsComment` asks for. */
  readonly commentNeeded: string;
  readonly commentMinimum: number;
}

interface ScoreChoice {
  /** In hundredths, as it is sent. */
  readonly value: string;
  readonly points: string;
  readonly checked: boolean;
  readonly needsComment: boolean;
}

/** Before and after a file in the list it was opened from; what `partials/walk` draws. */
export interface WalkModel {
  readonly label: string;
  readonly place: string;
  /** Back to the list. */
  readonly href: string;
  readonly previous: string | null;
  readonly next: string | null;
}
