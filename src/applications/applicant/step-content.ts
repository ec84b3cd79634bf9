import { hashOf } from '../../rules/provenance/sha256-hex.js';
import type { ApplicationAnswers } from '../application.entity.js';
import type { ApplicationFile } from './application-file.js';
import { type RowList, type Row, isRowFigure } from './row-lists.js';
import type { StepName } from './step-fields.js';

/** What one step holds; the other step of the same application may be saved beside it. */
export interface StepContent {
  readonly figures: Readonly<Record<string, string | null>>;
  readonly texts: Readonly<Record<string, string>>;
  readonly rows: Readonly<Record<string, readonly Row[]>>;
  readonly penaltySelfReport: string | null;
}

interface Stored {
  readonly answers: ApplicationAnswers;
  readonly figures: readonly { readonly key: string; readonly claimed: string | null }[];
}

/** The stored content of a step, from rows read inside or outside a transaction. */
export function contentOf(
  step: StepName,
  lists: readonly RowList[],
  { answers, figures }: Stored,
): StepContent {
  const rows = Object.fromEntries(
    lists.filter((list) => list.step === step).map(({ key }) => [key, answers.rows[key] ?? []]),
  );
  if (step === 'texts') {
    return {
      figures: {},
      texts: answers.texts,
      rows,
      penaltySelfReport: answers.penaltySelfReport,
    };
  }
  const typed = figures.filter(({ key }) => !isRowFigure(key));
  return {
    figures: Object.fromEntries(typed.map(({ key, claimed }) => [key, claimed])),
    texts: {},
    rows,
    penaltySelfReport: null,
  };
}

/** Travels with the form; another value on saving says that someone saved this step in between. */
export function contentVersion(content: StepContent): string {
  return hashOf(content).slice(0, 16);
}

export function stepVersion(file: ApplicationFile, step: StepName): string {
  const { answers } = file.application;
  return contentVersion(contentOf(step, file.lists, { answers, figures: file.figures }));
}
