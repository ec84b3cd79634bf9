import { afterAll, beforeAll, describe, expect } from '@jest/globals';
import { recordTable } from '../../../test/support/case-tables.js';
import { OwnObjections } from '../../../test/support/own-objections.js';
import { smallPdf } from '../../../test/support/small-files.js';
import { uploadedFile } from '../../../test/support/uploaded-file.js';
import { RenewFollowCodes } from './renew-follow-codes.js';

let own: OwnObjections;
beforeAll(async () => {
  own = await OwnObjections.open();
});
afterAll(() => own.close());

const app = () => own.app;

describe('an addition', () => {
  recordTable(app, [
    [
      'before the acceptance, for whoever accepts',
      async () => {
        const { receiptNumber } = await own.file();
        return () => own.add(receiptNumber);
      },
      {
        events: [
          {
            event: 'objection.add',
            actorRole: 'Public',
            subjectType: 'objection',
            details: { addition: '<id>', file: null },
          },
        ],
        messages: [{ message: 'objection.added', to: 'CityRegistrar' }],
      },
    ],
    [
      'afterwards, for who accepted it, with a file',
      async () => {
        const { id, receiptNumber } = await own.file();
        await own.steps.admit(id);
        return () =>
          own.add(receiptNumber, {
            note: null,
            evidence: uploadedFile('evidence', 'a.pdf', smallPdf),
          });
      },
      {
        events: [
          {
            event: 'document.store',
            actorRole: 'Public',
            subjectType: 'document',
            details: {
              ownerType: 'objection',
              ownerId: '<id>',
              hash: '<hash>',
              size: smallPdf.length,
            },
          },
          {
            event: 'objection.add',
            actorRole: 'Public',
            subjectType: 'objection',
            details: { addition: '<id>', file: '<id>' },
          },
        ],
        messages: [{ message: 'objection.added', to: 'CityRegistrar' }],
      },
    ],
  ]);
});

describe('a lost code', () => {
  recordTable(app, [
    [
      'is renewed for every objection of the number',
      async () => {
        await own.file();
        await own.file({ identityKind: 'unit' });
        await own.file({ telephone: '13800000001' });
        await own.file({ identityKind: 'anonymous', name: null });
        const typed = await own.digits();
        return () => own.use(RenewFollowCodes).run(typed);
      },
      {
        events: [1, 2].map(() => ({
          event: 'objection.renewCode',
          actorRole: 'Public',
          subjectType: 'objection',
          details: { receiptNumber: expect.stringMatching(/^YY-2026-/) },
        })),
        messages: [],
      },
    ],
  ]);
});
