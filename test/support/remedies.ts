import { Screening } from '../../src/applications/screening.entity.js';
import { ScreeningStatement } from '../../src/applications/screening-statement.entity.js';
import { ReexaminationRequest } from '../../src/applications/reexamination-request.entity.js';
import { newId } from '../../src/database/new-id.js';
import type { TestApp } from './test-app.js';

/** How an application was screened out, with the last day for a statement. */
export async function makeScreening(
  app: TestApp,
  given: { applicationId: string; screenerId: string } & Partial<Screening>,
): Promise<void> {
  await app.database.repo(Screening).insert({
    id: newId(),
    result: 'out',
    reason: '未达到申报条件。',
    basis: '实施方案第二条',
    remedy: '可陈述申辩。',
    statementDueOn: '2026-06-04',
    screenedAt: app.clock.now(),
    version: 1,
    ...given,
  });
}

export async function makeStatement(
  app: TestApp,
  given: { applicationId: string } & Partial<ScreeningStatement>,
): Promise<string> {
  const id = newId();
  await app.database.repo(ScreeningStatement).insert({
    id,
    statement: '审查引用的数据少计了两个店铺，请复核。',
    statedBy: newId(),
    statedAt: app.clock.now(),
    answerDueOn: '2026-06-11',
    outcome: null,
    reply: null,
    repliedBy: null,
    repliedAt: null,
    ...given,
  });
  return id;
}

export async function makeReexamination(
  app: TestApp,
  given: { applicationId: string } & Partial<ReexaminationRequest>,
): Promise<string> {
  const id = newId();
  await app.database.repo(ReexaminationRequest).insert({
    id,
    statement: '销售额下降是因为淡季停产检修，现附说明。',
    requestedBy: newId(),
    requestedAt: app.clock.now(),
    answerDueOn: '2026-06-08',
    decision: null,
    reply: null,
    decidedBy: null,
    decidedAt: null,
    ...given,
  });
  return id;
}
