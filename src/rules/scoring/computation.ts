import type { Computed } from './computed.js';
import type { Figures } from './figures.js';
import type { BandUnit } from './find-band.js';
import type { NeededFigure, Surroundings } from './needed-figure.js';
import type { RuleSet } from './rule-set.js';
import type { RuleText } from './rule-text.js';
import type { AnchorScoring, Band, Scoring, SumScoring } from './scoring.js';

/** A computation that is neither put together of others nor a judge's own. */
export type SimpleScoring = Exclude<Scoring, SumScoring | AnchorScoring>;

export type ScoringRules = Pick<RuleSet, 'reference' | 'ratings'>;

/** All that the program knows of one computation: forms, tables, checks and points ask it here. */
export interface Computation<S extends SimpleScoring> {
  /** Points in hundredths; a missing value gives zero and a note. */
  compute(scoring: S, figures: Figures, rules: ScoringRules): Computed;
  /** What an applicant states for it; nothing where only the office can find out. */
  needs(scoring: S, around: Surroundings): readonly NeededFigure[];
  /** The most it can give, in hundredths. */
  most(scoring: S): number;
  /** Its ranges, where it has any, in the unit of their edges. */
  edges?: Edges<S>;
  /** Its numbers beside the ranges that an office may edit. */
  numbers?(scoring: S): readonly OwnNumber[];
  /** What is divided by, or how many of a list count: never none. */
  divisors?(scoring: S): readonly number[];
  /** What its table shows beside the ranges. */
  lines?(scoring: S): readonly ScoringLine[];
  /** The same for another indicator, on its scale and under its code. */
  copied(scoring: S, to: Copying): S;
}

/** From one indicator to another: points keep their share of the weight, checklist items follow the code. */
export interface Copying {
  points(points: number): number;
  item(code: string): string;
}

/** The rows of a table with their points on the scale of another indicator. */
export function copiedRows<Row extends { readonly points: number }>(
  rows: readonly Row[],
  to: Copying,
): readonly Row[] {
  return rows.map((row) => ({ ...row, points: to.points(row.points) }));
}

/** A computation of which only the ranges give points. */
export function copiedBands<S extends { readonly bands: readonly Band[] }>(
  scoring: S,
  to: Copying,
): S {
  return { ...scoring, bands: copiedRows(scoring.bands, to) };
}

export interface Edges<S> {
  unit(scoring: S): BandUnit;
  /** Which end of a range belongs to it. */
  closed(scoring: S): 'low' | 'high';
}

/** @param role what the number is, a key under `programmes.rules.number` */
export interface OwnNumber {
  readonly member: string;
  readonly role: string;
  readonly value: number;
  readonly hundredths: boolean;
}

/** A line of the table with its points in hundredths: the rules' own words, or a sentence of ours. */
export interface ScoringLine {
  readonly text: RuleText | LineSentence;
  readonly points: number;
}

/** @param key under `programmes.scoring`; a text among the variables is the rules' own */
export interface LineSentence {
  readonly key: string;
  readonly variables?: Readonly<Record<string, string | number | RuleText>>;
}

/** The highest points of a table. */
export function highest({ bands }: { readonly bands: readonly { readonly points: number }[] }) {
  return Math.max(0, ...bands.map(({ points }) => points));
}

/** A number in hundredths under its own name. */
export function hundredthsAt(member: string, value: number, role = member): OwnNumber {
  return { member, role, value, hundredths: true };
}

export function wholeAt(member: string, value: number): OwnNumber {
  return { member, role: member, value, hundredths: false };
}
