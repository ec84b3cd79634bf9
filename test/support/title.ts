import { Title } from '../../src/awards/titles/title.entity.js';
import { newId } from '../../src/database/new-id.js';
import type { TestApp } from './test-app.js';

type Given = Pick<Title, 'programmeId' | 'merchantId'> & Partial<Title>;

/** A title of 2026 in category G, in force for three years; @returns its id */
export async function makeTitle(app: TestApp, given: Given): Promise<string> {
  const title = {
    id: newId(),
    year: 2026,
    categoryCode: 'G',
    applicationId: null,
    merchantName: '测试网商',
    searchName: '测试网商',
    divisionCode: '330802',
    certificateNumber: 'QZ-2026-G-001',
    verifyCode: 'ABCDEFGHJK',
    state: 'Active',
    stateSince: '2026-06-01',
    stateReason: null,
    validFrom: '2026-06-01',
    validTo: '2029-05-31',
    conferredBy: given.merchantId,
    conferredAt: app.clock.now(),
    version: 1,
    ...given,
  } as const;
  await app.database.repo(Title).insert(title);
  return title.id;
}
