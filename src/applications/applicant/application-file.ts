import type { ProgrammeRow } from '../../programmes/programme.queries.js';
import { neededFigures, type NeededFigure } from '../../rules/scoring/needed-figures.js';
import type { CategoryRules, RuleSet } from '../../rules/scoring/rule-set.js';
import type {
  ApplicationRow,
  CorrectionRow,
  EvidenceRow,
  FigureOfApplication,
  SubmissionRow,
  UploadRow,
} from './applicant.queries.js';
import { EVERYTHING_OPEN, NOTHING_OPEN, type OpenItems } from './open-items.js';
import { registerFigures } from './register-figures.js';
import type { Register } from './register.js';
import { type RowList, figuresOfRows, isRowFigure, rowLists } from './row-lists.js';
import type { SubmissionWindow } from './submission-window.js';
import { applicationIn } from '../../rules/lifecycle/application-groups.js';

/** One application with everything its pages and use cases ask about. */
export interface ApplicationFile {
  readonly application: ApplicationRow;
  readonly programme: ProgrammeRow;
  readonly rules: RuleSet;
  readonly category: CategoryRules;
  /** The register now while it is a draft, as it was at submission afterwards. */
  readonly register: Register;
  readonly figures: readonly FigureOfApplication[];
  readonly evidence: readonly EvidenceRow[];
  readonly correction: CorrectionRow | null;
  /** What the office asks about each opened item. */
  readonly asked: ReadonlyMap<string, string>;
  readonly window: SubmissionWindow | null;
  readonly uploads: readonly UploadRow[];
  /** Each time it was handed in, the first one first. */
  readonly submissions: readonly SubmissionRow[];
  readonly representatives: readonly string[];
  readonly needed: readonly NeededFigure[];
  readonly lists: readonly RowList[];
  readonly open: OpenItems;
  /** Beijing day of the page. */
  readonly today: string;
}

export type LoadedFile = Omit<ApplicationFile, 'needed' | 'lists' | 'open' | 'category'>;

export function completeFile(loaded: LoadedFile): ApplicationFile {
  const { application, rules, register } = loaded;
  const category = rules.categories.find(({ code }) => code === application.categoryCode)!;
  const needed = neededFigures(category, rules.ratings, register.shops);
  const lists = rowLists(category, needed);
  return { ...loaded, category, needed, lists, open: openItems(loaded) };
}

/**
 * Figure key → claimed text: in a draft the register's own figure wherever it has one, what was
 * typed elsewhere; after submission what was submitted.
 */
export function claimsOf(file: ApplicationFile): ReadonlyMap<string, string | null> {
  const stored = new Map(file.figures.map(({ key, claimed }) => [key, claimed]));
  if (!applicationIn.draft.has(file.application.state)) return stored;
  const known = registerFigures(file.register, file.programme.dataYear);
  const rows = figuresOfRows(file.application.answers.rows);
  const claims = new Map<string, string | null>();
  for (const { key, kind } of file.needed) {
    if (kind === 'certifications' || kind === 'samplingFailures') continue;
    claims.set(key, known.get(key) ?? rows.get(key) ?? stored.get(key) ?? null);
  }
  for (const { key } of file.lists) {
    const stem = key.replace(/s$/, '.');
    for (const [name, value] of rows) if (name.startsWith(stem)) claims.set(name, value);
  }
  if (file.lists.some(({ key }) => key === 'samplingFailures')) {
    claims.set(NO_SAMPLING_FAILURE, stored.get(NO_SAMPLING_FAILURE) ?? null);
  }
  return claims;
}

/** States that there was no failed sampling, which an empty list alone does not say. */
export const NO_SAMPLING_FAILURE = 'samplingFailure.none';

/** Whether a figure of a draft comes from the register and is corrected there. */
export function isFromRegister(file: ApplicationFile, key: string): boolean {
  if (!applicationIn.draft.has(file.application.state) || isRowFigure(key)) return false;
  const known = registerFigures(file.register, file.programme.dataYear);
  return known.has(key);
}

function openItems({ application, correction, window, today }: LoadedFile): OpenItems {
  if (applicationIn.draft.has(application.state))
    return window?.open ? EVERYTHING_OPEN : NOTHING_OPEN;
  if (!correction || today > correction.dueOn) return NOTHING_OPEN;
  return { everything: false, keys: new Set(correction.items) };
}
