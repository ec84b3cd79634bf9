import { afterAll, beforeAll, expect, test } from '@jest/globals';
import {
  ANCHORED,
  anchorIndicators,
  anchorSheet,
  confirmedAnchor,
} from '../../../test/support/anchors.js';
import { link } from '../../../test/support/evidence.js';
import { JudgedRound } from '../../../test/support/judged-round.js';
import { TestApp } from '../../../test/support/test-app.js';
import { newId } from '../../database/new-id.js';
import { Document } from '../../documents/document.entity.js';
import { ReadableDocument } from '../../documents/readable-document.js';

let app: TestApp;
let round: JudgedRound;
beforeAll(async () => {
  app = await TestApp.start();
  round = await JudgedRound.declaring(app, 2, ANCHORED);
}, 120_000);
afterAll(() => app.stop());

test('a judge who knows the address of a file opens it only when the anchors are scored', async () => {
  const documentId = newId();
  await app.database.repo(Document).insert({
    id: documentId,
    ownerType: 'application',
    ownerId: round.applications[0]!,
    hash: 'a'.repeat(64),
    name: '佐证.pdf',
    contentType: 'application/pdf',
    size: 9,
    blindHash: null,
    blindType: null,
    blindProblem: null,
    pictureHash: null,
    uploadedBy: round.judge(1).accountId,
    uploadedAt: app.clock.now(),
  });
  await link(app, round.applications[0]!, documentId, anchorIndicators[0]!.code);
  const place = { programmeId: round.programme.id, categoryId: round.programme.categoryIds.G! };
  const anchors = [await confirmedAnchor(app, place, 1), await confirmedAnchor(app, place, 2)];
  await round.everybodyDeclares();
  await round.openRound();
  const read = (seat: number) => app.app.get(ReadableDocument).of(round.judge(seat), documentId);
  await expect(read(1)).rejects.toMatchObject({ code: 'errors.notFound' });
  for (const anchor of anchors) await anchorSheet(app, anchor, round.judge(1).accountId);
  expect(await read(1)).toMatchObject({ name: '佐证.pdf', access: 'judge' });
  await expect(read(2)).rejects.toMatchObject({ code: 'errors.notFound' });
});
