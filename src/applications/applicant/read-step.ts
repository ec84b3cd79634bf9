import { scaleDoubts } from '../../rules/eligibility/scale-doubts.js';
import { type FieldProblem, doubtKey } from '../../rules/registry/field-problem.js';
import { confirmedDoubts } from '../../web/forms/confirmed-doubts.js';
import type { FieldError } from '../../web/forms/submitted.js';
import type { RawForm } from '../../web/forms/parse-value.js';
import type { ApplicationFile } from './application-file.js';
import { readField } from './data-field.js';
import type { StepContent } from './step-content.js';
import {
  type StepItem,
  type StepName,
  type StepRows,
  rowItems,
  stepSections,
} from './step-fields.js';
import { MOST_ROWS, type Row } from './row-lists.js';

export interface StepInput {
  /** Values of the open fields that can be read; a field with an error is left out. */
  readonly content: StepContent;
  readonly errors: readonly FieldError[];
  /** Numbers that look like ones of another scale; they wait, like errors, for the person's word. */
  readonly doubts: readonly FieldProblem[];
}

/** Reads the fields of a step that are open now; anything else in the body is not looked at. */
export function readStep(file: ApplicationFile, step: StepName, raw: RawForm): StepInput {
  const sections = stepSections(file, step);
  const errors: FieldError[] = [];
  const doubts: FieldProblem[] = [];
  const confirmed = confirmedDoubts(raw);
  const read = (item: StepItem): string | null | undefined => {
    const { stored, problem } = readField(item.field, raw);
    if (problem) {
      errors.push({ ...problem, field: item.field.name });
      return undefined;
    }
    const { name, measure } = item.field;
    // What is stored was confirmed when it came.
    if (measure === null || stored === null || stored === item.stored) return stored;
    const open = scaleDoubts(name, measure, Number(stored)).filter(
      (one) => !confirmed.includes(doubtKey(one)),
    );
    doubts.push(...open);
    return open.length ? undefined : stored;
  };
  const figures: Record<string, string | null> = {};
  const texts: Record<string, string> = {};
  const rows: Record<string, readonly Row[]> = {};
  let penaltySelfReport = file.application.answers.penaltySelfReport;
  for (const section of sections) {
    for (const item of section.items.filter(({ open }) => open)) {
      if (section.code === 'penalty') continue;
      const value = read(item);
      if (value === undefined) continue;
      if (step === 'figures') figures[item.key] = value;
      else texts[item.key] = value ?? '';
    }
    for (const group of section.rows.filter(({ open }) => open)) {
      const lines = readRows(group, read);
      if (lines) rows[group.list.key] = lines;
    }
    if (section.code === 'penalty' && section.items.every(({ open }) => open)) {
      const [answer, text] = section.items.map(read);
      if (answer === 'none') penaltySelfReport = '';
      else if (answer === 'some' && text) penaltySelfReport = text;
      else if (answer === 'some' && text === null) {
        errors.push({ field: 'penaltyText', code: 'forms.required', variables: {} });
      } else if (answer === null) penaltySelfReport = null;
    }
  }
  return { content: { figures, texts, rows, penaltySelfReport }, errors, doubts };
}

/** Lines with at least one value, in order; null while one of them cannot be read. */
function readRows(
  { list, lines }: StepRows,
  read: (item: StepItem) => string | null | undefined,
): readonly Row[] | null {
  const rows: Row[] = [];
  let readable = true;
  const count = Math.min(MOST_ROWS, lines.length);
  for (let line = 0; line < count; line += 1) {
    const row: Record<string, string> = {};
    for (const item of rowItems(list, line, {}, true)) {
      const value = read(item);
      if (value === undefined) readable = false;
      else if (value !== null) row[item.key] = value;
    }
    if (Object.keys(row).length > 0) rows.push(row);
  }
  return readable ? rows : null;
}
