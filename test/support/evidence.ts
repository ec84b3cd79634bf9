import { Application } from '../../src/applications/application.entity.js';
import { EvidenceLink } from '../../src/applications/evidence-link.entity.js';
import { newId } from '../../src/database/new-id.js';
import { ConflictDeclaration } from '../../src/judging/conflicts/conflict-declaration.entity.js';
import { Expert } from '../../src/judging/experts/expert.entity.js';
import { ScoreSheet } from '../../src/judging/sheets/score-sheet.entity.js';
import { Seat } from '../../src/judging/panel/seat.entity.js';
import type { TestProgramme } from './programme.js';
import type { TestApp } from './test-app.js';

/** An application of category G as a row, for tests that need one to hang things on. */
export async function makeApplication(
  app: TestApp,
  programme: TestProgramme,
  merchantId: string,
  state: string,
): Promise<string> {
  const id = newId();
  const now = app.clock.now();
  await app.database.repo(Application).insert({
    id,
    programmeId: programme.id,
    categoryId: programme.categoryIds.G!,
    merchantId,
    divisionCode: '330802',
    state,
    stateSince: now,
    receiptNumber: null,
    judgingNumber: null,
    snapshot: null,
    answers: { texts: {}, rows: {}, penaltySelfReport: null },
    eligibility: null,
    eligibilityAt: null,
    submittedAt: null,
    correctionCount: 0,
    createdBy: merchantId,
    createdAt: now,
    version: 1,
  } as never);
  return id;
}

export async function link(
  app: TestApp,
  applicationId: string,
  documentId: string,
  indicator: string,
): Promise<void> {
  const createdAt = app.clock.now();
  await app.database
    .repo(EvidenceLink)
    .insert({ id: newId(), applicationId, documentId, indicator, caption: '证明', createdAt });
}

/** A seat on the panel of category G for an account. */
export async function seat(
  app: TestApp,
  programme: TestProgramme,
  accountId: string,
): Promise<string> {
  const [expertId, seatId, now] = [newId(), newId(), app.clock.now()];
  await app.database.repo(Expert).insert({
    id: expertId,
    accountId,
    name: '评委甲',
    field: '电子商务',
    organisation: '测试协会',
    organisationType: 'association',
    divisionCode: null,
    address: null,
    categories: ['G'],
    active: true,
    addedAt: now,
    version: 1,
  });
  await app.database.repo(Seat).insert({
    id: seatId,
    programmeId: programme.id,
    categoryId: programme.categoryIds.G!,
    number: 1,
    expertId,
    chair: false,
    alternate: false,
    reason: '测试',
    seatedBy: accountId,
    seatedAt: now,
    declaredAt: null,
    vacatedAt: null,
    vacatedReason: null,
  });
  return seatId;
}

export async function declare(
  app: TestApp,
  applicationId: string,
  seatId: string,
  state: 'none',
): Promise<void> {
  await app.database.repo(ConflictDeclaration).insert({
    id: newId(),
    seatId,
    applicationId,
    ground: null,
    explanation: null,
    hits: [],
    state,
    declaredAt: app.clock.now(),
    decidedBy: null,
    decisionReason: null,
    decidedAt: null,
  });
}

/** A sheet of a seat on an application, as the opening of a round or a spread review issues it. */
export async function issueSheet(
  app: TestApp,
  given: { applicationId: string; seatId: string; accountId: string; roundId: string },
): Promise<string> {
  const id = newId();
  await app.database.repo(ScoreSheet).insert({
    ...given,
    id,
    position: 1,
    state: 'Open',
    scores: {},
    comments: {},
    total: null,
    firstOpenedAt: null,
    savedAt: app.clock.now(),
    signedAt: null,
    chainHead: null,
    dissent: null,
    voidReason: null,
    version: 1,
  });
  return id;
}
