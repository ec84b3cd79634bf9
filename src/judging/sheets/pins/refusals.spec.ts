import { afterAll, beforeAll, describe } from '@jest/globals';
import { recordTable, refusalTable } from '../../../../test/support/case-tables.js';
import { link } from '../../../../test/support/evidence.js';
import { JudgedRound, halfPoints } from '../../../../test/support/judged-round.js';
import { missingIn } from '../../../../test/support/refusals.js';
import { smallPdf } from '../../../../test/support/small-files.js';
import { TestApp } from '../../../../test/support/test-app.js';
import { uploadedFile } from '../../../../test/support/uploaded-file.js';
import { newId } from '../../../database/new-id.js';
import { StoreDocument } from '../../../documents/store-document.js';
import { EvidencePin } from './evidence-pin.entity.js';
import { PinEvidence, type TypedPin } from './pin-evidence.js';
import { UnpinEvidence } from './unpin-evidence.js';

let app: TestApp;
let round: JudgedRound;
let documentId: string;
const [code, other] = Object.keys(halfPoints) as [string, string];
beforeAll(async () => {
  app = await TestApp.start();
  round = await JudgedRound.open(app);
  const ownerId = round.applications[0]!;
  const file = uploadedFile('file', 'a.pdf', smallPdf);
  ({ documentId } = await app.app
    .get(StoreDocument)
    .run(null, { ownerType: 'application', ownerId, file }));
  await link(app, ownerId, documentId, code);
}, 120_000);
afterAll(() => app.stop());

const pin = async (typed: Partial<TypedPin> = {}, seat = 1, application = 0) => {
  const { id } = await round.sheet(1, application);
  const given = { indicator: code, documentId, page: 3, ...typed };
  return () => app.app.get(PinEvidence).run(round.judge(seat), id, given);
};
const unpin = async (seat = 1, pinId?: string) => {
  await (
    await pin()
  )();
  const own = await app.database.repo(EvidencePin).findOneByOrFail({ documentId });
  return () => app.app.get(UnpinEvidence).run(round.judge(seat), own.sheetId, pinId ?? own.id);
};
const field = `pin-file-${code}`;

describe('a pin', () => {
  refusalTable(
    () => app,
    [
      ['of another judge', () => pin({}, 2), missingIn('hold-open-sheet')],
      [
        'on a sheet that is signed',
        async () => {
          await round.scoreAndSign(1);
          return pin();
        },
        { code: 'judging.sheet.closed', kind: 'conflict', from: 'hold-open-sheet' },
      ],
      [
        'in a round that is locked',
        async () => {
          await round.roundIs('Locked');
          return pin();
        },
        { code: 'judging.sheet.closed', kind: 'conflict', from: 'hold-open-sheet' },
      ],
      [
        'at an indicator without the file',
        () => pin({ indicator: other }),
        {
          code: 'judging.pin.noFile',
          field: `pin-file-${other}`,
        },
      ],
      [
        'of a file of another application',
        () => pin({}, 1, 1),
        {
          code: 'judging.pin.noFile',
          field,
        },
      ],
      [
        'of a file that a blind round keeps back',
        async () => {
          await app.database.execute('UPDATE round SET blind = 1 WHERE id = ?', [round.id]);
          return pin();
        },
        { code: 'judging.pin.noFile', field },
      ],
      [
        'of page 0',
        () => pin({ page: 0 }),
        {
          code: 'judging.pin.noPage',
          field: `pin-page-${code}`,
          variables: { most: 9999 },
        },
      ],
      [
        'beyond ten at an indicator',
        async () => {
          for (let page = 10; page < 20; page += 1) await (await pin({ page }))();
          return pin();
        },
        { code: 'judging.pin.tooMany', field, variables: { most: 10 } },
      ],
      ['that somebody else takes off', () => unpin(2), missingIn('hold-open-sheet')],
      ['that is not there', () => unpin(1, newId()), missingIn('unpin-evidence')],
    ],
  );

  const told = { actorRole: 'Judge', subjectType: 'scoreSheet' };
  recordTable(
    () => app,
    [
      [
        'what was pinned',
        () => pin(),
        {
          events: [
            {
              event: 'scoreSheet.pinEvidence',
              ...told,
              details: { indicator: code, document: '<id>', page: 3 },
            },
          ],
          messages: [],
        },
      ],
      [
        'what was taken off',
        () => unpin(),
        {
          events: [
            {
              event: 'scoreSheet.unpinEvidence',
              ...told,
              details: { indicator: code, document: '<id>', page: 3 },
            },
          ],
          messages: [],
        },
      ],
    ],
  );
});
