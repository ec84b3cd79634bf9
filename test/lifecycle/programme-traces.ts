import { Figure } from '../../src/applications/figure.entity.js';
import { Notice } from '../../src/awards/notices/notice.entity.js';
import { Objection } from '../../src/awards/objections/objection.entity.js';
import { StandingLock } from '../../src/awards/standings/standing-lock.entity.js';
import { Standing } from '../../src/awards/standings/standing.entity.js';
import { TitleReview } from '../../src/awards/titles/title-review.entity.js';
import { newId } from '../../src/database/new-id.js';
import { ConflictDeclaration } from '../../src/judging/conflicts/conflict-declaration.entity.js';
import { newPaper } from '../../src/judging/paper/hold-paper.js';
import { PaperSheet } from '../../src/judging/paper/paper-sheet.entity.js';
import { ScoreSheet } from '../../src/judging/sheets/score-sheet.entity.js';
import { beijingDate } from '../../src/rules/calendar/beijing-time.js';
import { yearUnderReview } from '../../src/rules/titles/review-year.js';
import { seatPanel, verifiedApplication } from '../support/judging.js';
import type { TestProgramme } from '../support/programme.js';
import type { TestApp } from '../support/test-app.js';
import { makeTitle } from '../support/title.js';

/** One application with a figure, a panel of four, and what later steps leave behind. */
export async function recordTraces(app: TestApp, programme: TestProgramme): Promise<void> {
  const { applicationId, merchantId } = await verifiedApplication(app, programme, 'G');
  const [seat] = await seatPanel(app, programme, 'G', 4);
  const { seatId, accountId } = seat!;
  const sheetId = newId();
  const [noticeId, lockId, now] = [newId(), newId(), app.clock.now()];
  const own = { id: newId(), applicationId };
  const { id: programmeId } = programme;
  const rows = [
    [Figure, { ...own, key: 'netWan', claimed: '100', verified: '100' }],
    [ConflictDeclaration, { ...own, seatId, hits: [], state: 'cleared', declaredAt: now }],
    [
      ScoreSheet,
      {
        ...own,
        id: sheetId,
        roundId: programme.roundIds['N.defence'],
        seatId,
        accountId,
        added: false,
        position: 1,
        state: 'Signed',
        scores: {},
        comments: {},
        savedAt: now,
      },
    ],
    [PaperSheet, Object.assign(newPaper(sheetId, accountId, now), { withdrawnAt: now })],
    [
      Notice,
      {
        id: noticeId,
        programmeId,
        kind: 'publicity',
        title: '公示',
        body: '公示',
        postedOn: '2026-08-31',
        firstDay: '2026-09-01',
        lastDay: '2026-09-07',
        facts: {},
        postedBy: merchantId,
        postedAt: now,
      },
    ],
    [
      Objection,
      {
        ...own,
        receiptNumber: 'YY2026-0001',
        followHash: '0'.repeat(64),
        noticeId,
        identityKind: 'person',
        substance: '异议',
        state: 'Replied',
        receivedAt: now,
      },
    ],
    [
      StandingLock,
      {
        id: lockId,
        programmeId,
        categoryId: programme.categoryIds.G!,
        number: 1,
        state: 'Superseded',
        inputHash: '0'.repeat(64),
        input: {},
        result: {},
        firstBy: merchantId,
        firstAt: now,
      },
    ],
    [
      Standing,
      {
        ...own,
        lockId,
        standing: 1,
        shared: true,
        compositeMillionths: 1,
        outcome: 'undecided',
        working: {},
        summary: {},
      },
    ],
  ] as const;
  for (const [entity, row] of rows) await app.database.repo<object>(entity).insert(row);
  const titleId = await makeTitle(app, { programmeId, merchantId, state: 'Expired' });
  const today = beijingDate(app.clock.now());
  await app.database.repo(TitleReview).insert({
    id: newId(),
    titleId,
    year: yearUnderReview(today),
    trigger: 'yearly',
    openedOn: today,
    dueOn: today,
    outcome: 'expired',
  });
}
