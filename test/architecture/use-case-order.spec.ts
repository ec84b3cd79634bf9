import { projectFiles } from './project-files.js';
import { beforeTransaction, stateWrites } from './use-case-order.js';

/** What is slow waits outside, where it holds nobody up; it decides nothing that another can change. */
const SLOW: Readonly<Record<string, string>> = {
  'src/accounts/change-password.ts': 'compares and hashes passwords',
  'src/accounts/create-account.ts': 'compares and hashes passwords',
  'src/accounts/own/close-account.ts': 'compares passwords',
  'src/accounts/own/recover-account.ts': 'hashes a password, whether or not the code is right',
  'src/accounts/reset-password.ts': 'hashes a password',
  'src/applications/applicant/reuse-evidence.ts':
    'works on a picture, of a file that its merchant gave and that never changes',
  'src/awards/standings/try-ranking.ts': 'reads a finished calculation, which never changes',
  'src/documents/store-document.ts': 'reads a file',
  'src/documents/supply-blind-copy.ts': 'works on a picture',
  'src/journal/verify-journal.ts': 'only reads, and what differs is read again in the transaction',
  'src/judging/rounds/open-round.ts': 'works on pictures',
  'src/merchants/practices/add-practice-picture.ts': 'works on a picture',
  'src/notifications/claim-letter.ts': 'looks whether anything is due, and again inside',
};

/** Who writes a state: the movers, by their tables, and records that have no lifecycle table. */
const WRITERS: Readonly<Record<string, string>> = {
  'src/applications/move-application.ts': 'moves applications by their table',
  'src/applications/office/division/ranking/change-ranking.ts': 'moves rankings by their steps',
  'src/awards/objections/move-objection.ts': 'moves objections by their table',
  'src/awards/standings/move-rounds.ts': 'moves rounds by their table',
  'src/awards/titles/move-title.ts': 'moves titles by their table',
  'src/judging/rounds/end-rounds.ts': 'moves rounds and sheets by their tables, many at once',
  'src/judging/rounds/open-round.ts': 'moves a round by its table',
  'src/judging/re-reviews/move-re-review-sheet.ts':
    'moves sheets of re-reviews by the table of sheets',
  'src/judging/sheets/move-sheet.ts': 'moves sheets by their table',
  'src/judging/anchors/confirm-anchor.ts': 'one of four acts of an anchor, which has no table',
  'src/judging/anchors/save-anchor.ts': 'one of four acts of an anchor, which has no table',
  'src/judging/anchors/withdraw-anchor.ts': 'one of four acts of an anchor, which has no table',
  'src/merchants/practices/review-practice.ts': 'moves a practice by its table',
  'src/merchants/practices/save-practice.ts': 'moves a practice by its table',
  'src/programmes/move-programme.ts': 'moves programmes by their table',
  'src/awards/lists/build-award-list.ts': 'a list has versions, not a lifecycle',
  'src/awards/lists/correct-proposed-list.ts': 'a list has versions, not a lifecycle',
  'src/awards/lists/post-corrected-list.ts': 'a list has versions, not a lifecycle',
  'src/awards/notices/notice-effects.ts': 'a list has versions, not a lifecycle',
  'src/awards/standings/compute-standings.ts': 'computed standings have versions, not a lifecycle',
  'src/awards/standings/unlock-standings.ts': 'computed standings have versions, not a lifecycle',
  'src/awards/standings/witness-lock.ts': 'computed standings have versions, not a lifecycle',
  'src/judging/conflicts/answer-again.ts': 'the answer of a judge is given again',
  'src/judging/conflicts/ask-judges-again.ts': 'the answer of a judge is asked for again',
  'src/judging/conflicts/decide-conflict.ts': 'the answer of a judge is decided once',
  'src/judging/conflicts/declare-late-conflict.ts': 'the answer of a judge is given again',
  'src/judging/conflicts/establish-conflict.ts': 'the answer of a judge is overruled',
  'src/judging/draws/commit-draw.ts': 'takes a step of the order that take-draw holds',
  'src/judging/draws/freeze-draw.ts': 'takes a step of the order that take-draw holds',
  'src/judging/draws/reveal-draw.ts': 'takes a step of the order that take-draw holds',
  'src/judging/draws/void-draw.ts': 'takes a step of the order that take-draw holds',
  'src/judging/draws/witness-draw.ts': 'takes a step of the order that take-draw holds',
};

const sources = projectFiles('src', '.ts').filter(
  ({ path }) =>
    !path.startsWith('src/rules/') &&
    !path.startsWith('src/jobs/') &&
    !/\.(spec|entity|module|page|queries)\.ts$/.test(path),
);

function offenders(find: (path: string, text: string) => string[]): Record<string, string[]> {
  return Object.fromEntries(
    sources.flatMap(({ path, text }) => {
      const found = find(path, text);
      return found.length ? [[path, found]] : [];
    }),
  );
}

function judge(found: Record<string, string[]>, exceptions: Readonly<Record<string, string>>) {
  const refused = Object.entries(found).filter(([path]) => !(path in exceptions));
  expect(refused).toEqual([]);
  expect(Object.keys(exceptions).filter((path) => !(path in found))).toEqual([]);
}

describe('a use case', () => {
  it('waits for nothing before its transaction, unless it is slow and decides nothing', () => {
    judge(offenders(beforeTransaction), SLOW);
  });

  it('changes no state beside the movers', () => {
    judge(offenders(stateWrites), WRITERS);
  });
});

describe('the search', () => {
  it('finds a read before the transaction and leaves one inside', () => {
    const early =
      'class A { async run() { await this.known(); return this.database.transaction(work); } }';
    const inside =
      'class A { async run() { return this.database.transaction(async () => { await this.known(); }); } }';
    expect(beforeTransaction('a.ts', early)).toEqual(['this.known()']);
    expect(beforeTransaction('a.ts', inside)).toEqual([]);
  });

  it.each([
    `sheet.state = 'Signed';`,
    `Object.assign(sheet, { state: result.to });`,
    `repo.update(id, { state });`,
    '`UPDATE round SET locked_at = ?, state = ?`;',
  ])('finds the writer %s', (source) => {
    expect(stateWrites('a.ts', source)).toHaveLength(1);
  });

  it('leaves the first state of a new row', () => {
    expect(stateWrites('a.ts', 'Object.assign(new Round(), { state: first });')).toEqual([]);
  });
});
