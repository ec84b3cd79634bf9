/** A candidate as frozen. `conflicts` counts the applications with a hard conflict. */
export interface DrawCandidate {
  readonly id: string;
  readonly field: string;
  /** Empty for those from outside the city; no limit counts them. */
  readonly division: string;
  /** Empty for the unaffiliated. */
  readonly organisation: string;
  readonly conflicts: number;
}

/** An expert of the pool; only the active and not barred ones of a wanted field are candidates. */
export interface PoolExpert extends DrawCandidate {
  readonly active: boolean;
  readonly barred: boolean;
}

/** The algorithm of a list that is frozen now. */
export const DRAW_ALGORITHM = 2;

/** Least number of seats that go to a field; 0 only admits the field. */
export interface FieldMinimum {
  readonly field: string;
  readonly minimum: number;
}

export interface DrawTerms {
  readonly panelSize: number;
  /** At least half the panel. */
  readonly alternates: number;
  readonly fields: readonly FieldMinimum[];
  readonly perOrganisation: number;
  readonly perDivision: number;
  readonly applications: number;
  /** A candidate in conflict with more than this share of the applications is skipped, e.g. 1/10. */
  readonly conflictShare: readonly [numerator: number, denominator: number];
  /** How the order is walked; absent in the records of the first algorithm. Frozen with the list. */
  readonly algorithm?: number;
}

/** The candidate list in force from step 1 on; `hash` is the SHA-256 of `listText`. */
export interface FrozenList {
  readonly terms: DrawTerms;
  readonly candidates: readonly DrawCandidate[];
  readonly hash: string;
}

/** Someone who keeps a seat, or who was drawn before and is out, when a panel is drawn again (R6). */
export interface DrawCarryOver {
  readonly seated: readonly { readonly seat: number; readonly expert: string }[];
  readonly departed: readonly string[];
}

export interface DrawTimes {
  readonly frozen: string;
  readonly committed: string;
  readonly witnessed: string;
  readonly revealed: string;
}

export interface DrawSeat {
  readonly seat: number;
  readonly expert: string;
}

export interface DrawAlternate {
  readonly alternate: number;
  readonly expert: string;
}

export type SkipReason =
  'seated' | 'departed' | 'conflicts' | 'organisation' | 'division' | 'fieldMinimum' | 'ahead';

/** `code` is a locale key, `variables` fill its sentence. */
export interface DrawSkip {
  readonly position: number;
  readonly expert: string;
  readonly stage: 'panel' | 'alternates';
  readonly code: `draw.skip.${SkipReason}`;
  readonly variables: Readonly<Record<string, string | number>>;
}

/** 抽取记录表. Everything from `order` on follows from what stands before it. */
export interface DrawRecord {
  /** 1, and one more for each redraw. */
  readonly attempt: number;
  /** Null where the meeting's times are kept on paper only. */
  readonly times: DrawTimes | null;
  /** Names of the people at the witness meeting; they sign the printed record. */
  readonly present: readonly string[];
  readonly terms: DrawTerms;
  readonly candidates: readonly DrawCandidate[];
  readonly listHash: string;
  readonly commitment: string;
  readonly seed: string;
  readonly witness: string;
  readonly carryOver: DrawCarryOver;
  readonly order: readonly { readonly key: string; readonly expert: string }[];
  readonly skips: readonly DrawSkip[];
  readonly seats: readonly DrawSeat[];
  readonly alternates: readonly DrawAlternate[];
  /** SHA-256 of the canonical JSON of all the rest, times and people too; stands on the paper. */
  readonly recordHash: string;
}
