import { Recommendation } from '../../src/applications/recommendation.entity.js';
import { VetoCheck } from '../../src/applications/veto-check.entity.js';
import { newId } from '../../src/database/new-id.js';
import { PRESET_NOW } from '../../seeds/reference/rule-sets/preset-now.js';
import { smallPng } from './small-files.js';
import type { TestApp } from './test-app.js';
import { uploadedFile } from './uploaded-file.js';

export const seal = uploadedFile('seal', '盖章.png', smallPng);

/** A seal that no test has stored yet: the file of a refused act stays on the disk without a row. */
export const anotherSeal = (mark: string) =>
  uploadedFile('seal', '盖章.png', Buffer.concat([smallPng, Buffer.from(mark)]));

/** The test programme with two recommendations for 柯城 in each category. */
export const twoPlaces = {
  ...PRESET_NOW,
  categories: PRESET_NOW.categories.map((category) => ({
    ...category,
    divisionQuotas: { '330802': 2 },
  })),
};

/** The division's opinion as a reviewer left it, signed when an approver is named. */
export async function makeOpinion(
  app: TestApp,
  given: { applicationId: string; categoryId: string } & Partial<Recommendation>,
): Promise<void> {
  const now = app.clock.now();
  await app.database.repo(Recommendation).insert({
    id: newId(),
    divisionCode: '330802',
    conclusion: 'recommend',
    rank: 1,
    opinion: '材料齐全，经营规范，带动本地就业明显，同意推荐参评。',
    declineReason: null,
    reviewerId: newId(),
    reviewedAt: now,
    sealScanId: null,
    approverId: null,
    approvedAt: given.approverId ? now : null,
    version: 1,
    ...given,
  });
}

/** A check as it was recorded on a day, by somebody. */
export async function makeCheck(
  app: TestApp,
  given: { applicationId: string; asOf: string } & Partial<VetoCheck>,
): Promise<string> {
  const id = newId();
  const now = app.clock.now();
  await app.database.repo(VetoCheck).insert({
    id,
    checkPoint: 'K1',
    rule: 'V1',
    source: '信用中国（浙江）',
    result: 'Clear',
    decidedOn: null,
    clearedOn: null,
    note: null,
    evidenceId: null,
    checkerId: newId(),
    checkedAt: now,
    secondReaderId: null,
    secondReadAt: null,
    ...given,
  });
  return id;
}

/** Every rule of the screening recorded as clear. */
export async function clearAll(app: TestApp, applicationId: string, asOf: string): Promise<void> {
  for (let number = 1; number <= 13; number += 1) {
    await makeCheck(app, { applicationId, asOf, rule: `V${number}` });
  }
}
