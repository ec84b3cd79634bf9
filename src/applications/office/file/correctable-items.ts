import type { ApplicationFile } from './application-file.queries.js';

/** What an applicant may be asked to repair: its figures, texts, rows and the evidence of an indicator. */
export function correctableItems(file: ApplicationFile): readonly string[] {
  return [
    ...file.figures.map(({ key }) => key).filter((key) => !isSystemItem(key)),
    ...Object.keys(file.answers.texts),
    ...Object.keys(file.answers.rows),
    ...file.evidence.map(({ indicator }) => indicator),
  ].filter((item, index, all) => all.indexOf(item) === index);
}

/** Checklist items that the verification itself decides. */
export function isSystemItem(key: string): boolean {
  return /^tick\..+\.(completeFirst|notReduced)$/.test(key);
}
