import { expect, test } from '@jest/globals';
import { projectFiles } from './project-files.js';

/**
 * Who may read what judges gave, and why nobody learns of it before the lock. A new reader of scores
 * stands here first.
 */
const readers: Readonly<Record<string, string>> = {
  'src/applications/locked-pins.ts': 'pages that scores rest on, of locked rounds only',
  'src/awards/objections/issue-re-review-sheets.ts': 'makes empty sheets',
  'src/awards/standings/lock-readiness.ts': 'counts sheets',
  'src/judging/anchors/anchor-diagnostics.queries.ts': 'locked material rounds only',
  'src/judging/anchors/anchor-sheet.entity.ts': 'the table itself',
  'src/judging/anchors/anchor-sheet.queries.ts': 'own anchors of a judge',
  'src/judging/anchors/pages/anchor-sheet.page.ts': 'own anchors of a judge',
  'src/judging/anchors/save-anchor-sheet.ts': 'own anchor of a judge',
  'src/judging/anchors/submit-anchor-sheet.ts':
    'own anchor of a judge, to the journal, whose page hides it',
  'src/judging/assignments/assignment.queries.ts': 'counts sheets',
  'src/judging/assignments/round-facts.ts': 'tells begun sheets from untouched ones',
  'src/judging/conflicts/declare-late-conflict.ts': 'voids the own sheet',
  'src/judging/defence/absent-sheets.ts': 'closes sheets and opens them again, reads no point',
  'src/judging/diagnostics/load-evidence.ts': 'locked rounds only, by DiagnosticsQueries',
  'src/judging/hall/reveal.queries.ts':
    'what a chair has shown in the hall, by a rule, and nothing else',
  'src/judging/panel/judging-guard-facts.ts': 'counts begun sheets',
  'src/judging/paper/enter-paper-scores.ts': 'makes the sheet of a judge of two keyings',
  'src/judging/paper/key-paper-sheet.ts': 'compares two keyings, tells whether they agree',
  'src/judging/paper/open-differences.ts': 'what differs, for a third who keyed neither; logged',
  'src/judging/paper/pages/apart-model.ts': 'what OpenDifferences gives',
  'src/judging/paper/pages/keying-model.ts': 'what PaperQueries gives',
  'src/judging/paper/pages/paper-input.ts': 'what somebody keys',
  'src/judging/paper/pages/paper-sheet.controller.ts': 'what OpenDifferences gives',
  'src/judging/paper/paper-keying.entity.ts': 'the table itself',
  'src/judging/paper/paper.queries.ts':
    'own keyings, all of them after the lock; what differs, for OpenDifferences',
  'src/judging/paper/settle-keyings.ts': 'decides what differs, by who keyed neither',
  'src/judging/planning/past-spread-scores.ts': 'locked rounds of earlier years',
  'src/judging/planning/planning.queries.ts': 'locked rounds of earlier years',
  'src/judging/re-reviews/key-re-review-sheet.ts': 'compares two keyings, tells whether they agree',
  'src/judging/re-reviews/pages/keying.page.ts': 'counts keyings and whose they are',
  'src/judging/re-reviews/re-review-sheet.entity.ts': 'the table itself',
  'src/judging/re-reviews/re-review-sheet.queries.ts':
    'own sheets of an expert; all of them once every one is signed',
  'src/judging/re-reviews/re-review-witness.ts': 'compares with the journal, tells ids only',
  'src/judging/re-reviews/read-draft.ts': 'what an expert types',
  'src/judging/re-reviews/save-re-review-sheet.ts': 'own sheet of an expert',
  'src/judging/re-reviews/sign-re-review-sheet.ts': 'own sheet of an expert',
  'src/judging/repeats/repeat-drift.queries.ts': 'locked rounds only, for the supervisor',
  'src/judging/repeats/repeat-sheet.entity.ts': 'the table itself',
  'src/judging/rounds/first-pass.ts': 'compares first scores for SpreadQueries and RoundWorks',
  'src/judging/rounds/open-round.ts': 'issues sheets',
  'src/judging/rounds/rescore-spread.ts': 'issues sheets where SpreadQueries flags',
  'src/judging/rounds/round-progress.queries.ts': 'counts complete sheets',
  'src/judging/rounds/round-work.ts': 'counts flags',
  'src/judging/rounds/spread.queries.ts': 'gives points with a locked round only',
  'src/judging/sheets/issue-sheets.ts': 'makes empty sheets',
  'src/judging/sheets/judge-sheets.ts': 'the inputs of the standings, read after the lock',
  'src/judging/sheets/judging.queries.ts': 'own sheets of a judge',
  'src/judging/sheets/kept-sheet.ts': 'holds one sheet of a judge',
  'src/judging/sheets/offline/stored-sheets.queries.ts': 'counts the scores of own open sheets',
  'src/judging/sheets/own-sheets.ts': 'both tables as a judge meets them',
  'src/judging/sheets/review-sheets.ts': 'notes which own sheets were looked through',
  'src/judging/sheets/save-sheet.ts': 'own sheet of a judge',
  'src/judging/sheets/score-sheet.entity.ts': 'the table itself',
  'src/judging/sheets/sheet-witness.ts': 'compares with the journal, tells ids only',
  'src/judging/sheets/sheet.queries.ts': 'own sheets of a judge',
  'src/judging/sheets/sign-sheets.ts': 'own sheets of a judge',
  'src/judging/sheets/void-sheets.ts': 'writes to the journal, whose page hides it',
  'src/judging/sheets/workbook/open-sheets.queries.ts': 'own open sheets of a judge',
};

const ofRounds = (text: string) =>
  /score_sheet|repeat_sheet|\b(ScoreSheet|RepeatSheet|JudgedSheet|KeptSheet|OWN_SHEETS)\b/.test(
    text,
  ) && /\b(total|scores|comments)\b/.test(text);
const ofReReviews = (text: string) =>
  /re_review_sheet|\b(ReReviewSheet|ReReviewDraft|Keying|holdOwnSheet)\b/.test(text) &&
  /\b(total|scores|comments|findings|keyings)\b/.test(text);

const ofAnchors = (text: string) =>
  /anchor_sheet|\b(AnchorSheet|OwnAnchor|holdAnchorSheet)\b/.test(text) &&
  /\b(scores|comments)\b/.test(text);
const ofPapers = (text: string) =>
  /paper_keying|\b(PaperKeying|KeyingRow|ApartReading|PaperReading|OpenedDifferences)\b/.test(
    text,
  ) && /\b(total|scores|comments)\b/.test(text);
/** What a judge notes for nobody else reaches its own pages, and where it is erased. Nothing else. */
const readersOfMarks: readonly string[] = [
  'src/awards/standings/move-rounds.ts',
  'src/judging/judging.module.ts',
  'src/judging/repeats/drop-repeats.ts',
  'src/judging/rounds/end-rounds.ts',
  'src/judging/sheets/open-sheet.ts',
  'src/judging/sheets/pages/mark-model.ts',
  'src/judging/sheets/pages/overview.ts',
  'src/judging/sheets/pages/sheet.page.ts',
  'src/judging/sheets/pages/sign.controller.ts',
  'src/judging/sheets/save-sheet.ts',
  'src/judging/sheets/sheet-mark.entity.ts',
  'src/judging/sheets/sheet-marks.ts',
  'src/judging/sheets/sheet.queries.ts',
  'src/judging/sheets/void-sheets.ts',
];

test('nobody but its judge reads a flag or a note', () => {
  const found = projectFiles('src', '.ts')
    .filter(({ path }) => !path.endsWith('.spec.ts') && path !== 'src/entities.ts')
    .filter(({ text }) => /sheet_mark|SheetMark|noteSealed|OwnMark/.test(text))
    .map(({ path }) => path);
  expect(found).toEqual(readersOfMarks);
});

test('whoever reads the points of a sheet is listed with what protects them', () => {
  const found = projectFiles('src', '.ts')
    .filter(({ path }) => !path.endsWith('.spec.ts') && !path.startsWith('src/rules/'))
    .filter(({ text }) => ofRounds(text) || ofReReviews(text) || ofAnchors(text) || ofPapers(text))
    .map(({ path }) => path);
  expect(found).toEqual(Object.keys(readers).toSorted());
});
