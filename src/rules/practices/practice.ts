import { findContactPatterns } from '../identifiers/contact-patterns.js';
import type { PracticeState } from '../lifecycle/practice-lifecycle.js';
import { groupsOf } from '../lifecycle/state-group.js';

/** What others look for. */
export const PRACTICE_SUBJECTS = ['delivery', 'packaging', 'training', 'farmLinks'] as const;
export type PracticeSubject = (typeof PRACTICE_SUBJECTS)[number];

const of = groupsOf<PracticeState>();

/** What the states of a practice mean to the decisions about it. */
export const practiceIn = {
  /** In the hands of its merchant. */
  editable: of('Draft', 'Returned', 'Withdrawn'),
  submitted: of('Submitted'),
  released: of('Released'),
  /** The merchant can take it back. */
  withdrawable: of('Submitted', 'Released'),
} as const;

/** How far the office has seen a claim proved. */
export const EVIDENCE_LEVELS = ['verified', 'documented', 'stated'] as const;
export type EvidenceLevel = (typeof EVIDENCE_LEVELS)[number];

/** The claims of the fixed shape, each with a level of its own. */
export const PRACTICE_CLAIMS = ['doing', 'copying', 'helped', 'figures'] as const;
export type PracticeClaim = (typeof PRACTICE_CLAIMS)[number];
export type ClaimLevels = Readonly<Partial<Record<PracticeClaim, EvidenceLevel>>>;

/** What the office has not said yet before a release, of each claim; without figures there is none for them. */
export function missingLevels(
  { figures }: { readonly figures: readonly PracticeFigure[] },
  given: Readonly<Partial<Record<PracticeClaim, EvidenceLevel | null>>>,
): readonly LevelProblem[] {
  return claimsOf({ figures })
    .filter((claim) => !given[claim])
    .map((field) => ({ code: `merchants.practice.levelMissing.${field}`, field, variables: {} }));
}

/** The claims that a practice makes. */
export function claimsOf({
  figures,
}: {
  readonly figures: readonly PracticeFigure[];
}): readonly PracticeClaim[] {
  return PRACTICE_CLAIMS.filter((one) => one !== 'figures' || figures.length > 0);
}

export interface LevelProblem {
  readonly code: string;
  readonly field: PracticeClaim;
  readonly variables: Readonly<Record<string, never>>;
}

/** A value of a year, in hundredths of the unit that its merchant wrote. */
export interface PracticeFigure {
  readonly year: number;
  readonly value: number;
}

export interface PracticeTexts {
  readonly headline: string;
  readonly doing: string;
  readonly copying: string;
  readonly helped: string;
  readonly figureLabel: string | null;
  readonly figureUnit: string | null;
  /** A line for each year: the year and its value. */
  readonly figures: string | null;
}

export interface PracticeProblem {
  readonly code: string;
  readonly field: keyof PracticeTexts | 'subject';
  readonly variables: Readonly<Record<string, string | number>>;
}

/** Lines of years and values; @returns the first line that is none, where there is one */
export function readFigures(
  text: string,
):
  | { readonly ok: true; readonly rows: readonly PracticeFigure[] }
  | { readonly ok: false; readonly line: string } {
  const rows: PracticeFigure[] = [];
  const lines = text.split('\n').map((line) => line.trim());
  for (const line of lines.filter((one) => one !== '')) {
    const found = /^((?:19|20)\d{2})[^\d.\-\u2212]+(\d{1,9})(?:\.(\d{1,2}))?$/.exec(
      line.replaceAll(',', ''),
    );
    if (!found) return { ok: false, line };
    const [, year, whole, part = ''] = found;
    rows.push({ year: Number(year), value: Number(whole) * 100 + Number(part.padEnd(2, '0')) });
  }
  return { ok: true, rows: rows.toSorted((a, b) => a.year - b.year) };
}

/** Years of one small chart. */
const FIGURES = { least: 2, most: 6 } as const;

/**
 * What is wrong with a practice, all of it, in the order of the form.
 * @param taken subjects of which the merchant has another practice already
 */
export function practiceProblems(
  texts: PracticeTexts & { readonly subject: PracticeSubject },
  thisYear: number,
  taken: readonly PracticeSubject[],
): readonly PracticeProblem[] {
  const written = ['headline', 'doing', 'copying', 'helped', 'figureLabel', 'figureUnit'] as const;
  const contacts = written.flatMap((field) => {
    const [found] = findContactPatterns(texts[field] ?? '');
    return found ? [problem('contact', field)] : [];
  });
  return [
    ...(taken.includes(texts.subject) ? [subjectTaken] : []),
    ...contacts,
    ...figureProblems(texts, thisYear),
  ];
}

function figureProblems(
  { figures, figureLabel, figureUnit }: PracticeTexts,
  thisYear: number,
): readonly PracticeProblem[] {
  if (!figures && !figureLabel && !figureUnit) return [];
  const read = readFigures(figures ?? '');
  if (!read.ok) return [problem('figureLine', 'figures', { line: read.line.slice(0, 40) })];
  const { rows } = read;
  const years = new Set(rows.map(({ year }) => year));
  return [
    ...(figureLabel ? [] : [problem('figureLabel', 'figureLabel')]),
    ...(figureUnit ? [] : [problem('figureUnit', 'figureUnit')]),
    ...(rows.length < FIGURES.least || rows.length > FIGURES.most
      ? [problem('figureCount', 'figures', FIGURES)]
      : []),
    ...(years.size < rows.length ? [problem('figureTwice', 'figures')] : []),
    ...(rows.some(({ year }) => year > thisYear) ? [problem('figureLater', 'figures')] : []),
  ];
}

const subjectTaken: PracticeProblem = {
  code: 'merchants.practice.subjectTaken',
  field: 'subject',
  variables: {},
};

function problem(
  name: string,
  field: keyof PracticeTexts,
  variables: PracticeProblem['variables'] = {},
): PracticeProblem {
  return { code: `merchants.practice.problem.${name}`, field, variables };
}
