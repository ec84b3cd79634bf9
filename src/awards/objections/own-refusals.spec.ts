import { afterAll, beforeAll, describe } from '@jest/globals';
import { type RefusalCase, refusalTable } from '../../../test/support/case-tables.js';
import { missingIn } from '../../../test/support/refusals.js';
import { FOLLOW, OwnObjections } from '../../../test/support/own-objections.js';
import { smallPdf } from '../../../test/support/small-files.js';
import { uploadedFile } from '../../../test/support/uploaded-file.js';
import { StoreDocument } from '../../documents/store-document.js';
import { newId } from '../../database/new-id.js';
import { ADDITIONS } from './add-to-objection.js';
import { AskObjectionCode } from './ask-objection-code.js';
import { OpenOwnEvidence } from './open-own-evidence.js';
import { RenewFollowCodes } from './renew-follow-codes.js';

let own: OwnObjections;
beforeAll(async () => {
  own = await OwnObjections.open();
});
afterAll(() => own.close());

const app = () => own.app;

describe('an addition', () => {
  refusalTable(app, [
    [
      'with another code',
      async () => {
        const { receiptNumber } = await own.file();
        return () => own.add(receiptNumber, { code: 'ABCDEFGHJL' });
      },
      { code: 'awards.objection.notFound', field: 'code' },
    ],
    [
      'with neither words nor a file',
      async () => {
        const { receiptNumber } = await own.file();
        return () => own.add(receiptNumber, { note: null });
      },
      { code: 'awards.objection.addNothing', field: 'note' },
    ],
    [
      'after the reply',
      async () => {
        const { id, receiptNumber } = await own.file();
        await own.steps.admit(id);
        await own.steps.answer(id)();
        await own.steps.decide(id);
        return () => own.add(receiptNumber);
      },
      { code: 'awards.objection.addOver', kind: 'conflict' },
    ],
    [
      'once too often',
      async () => {
        const { receiptNumber } = await own.file();
        for (let at = 0; at < ADDITIONS; at += 1) await own.add(receiptNumber);
        return () => own.add(receiptNumber);
      },
      { code: 'awards.objection.addMost', field: 'note', variables: { most: ADDITIONS } },
    ],
  ]);
});

describe('a file', () => {
  refusalTable(app, [
    [
      'that is none of the objection',
      async () => {
        const { receiptNumber } = await own.file();
        return () => own.use(OpenOwnEvidence).run({ receiptNumber, followCode: FOLLOW }, newId());
      },
      missingIn('open-own-evidence'),
    ],
    ...(
      [
        ['another objection', 'objection', true],
        ['another kind of owner', 'application', false],
      ] as const
    ).map(([whose, ownerType, other]): RefusalCase => [
      `of ${whose}`,
      async () => {
        const { id, receiptNumber } = await own.file();
        const ownerId = other ? newId() : id;
        const file = uploadedFile('file', '证据.pdf', smallPdf);
        const { documentId } = await own.use(StoreDocument).run(null, { ownerType, ownerId, file });
        return () =>
          own.use(OpenOwnEvidence).run({ receiptNumber, followCode: FOLLOW }, documentId);
      },
      missingIn('open-own-evidence'),
    ]),
    [
      'with another code',
      async () => {
        const { id: ownerId, receiptNumber } = await own.file();
        const file = uploadedFile('file', '证据.pdf', smallPdf);
        const owner = { ownerType: 'objection', ownerId } as const;
        const { documentId } = await own.use(StoreDocument).run(null, { ...owner, file });
        const code = { receiptNumber, followCode: 'ABCDEFGHJL' };
        return () => own.use(OpenOwnEvidence).run(code, documentId);
      },
      missingIn('open-own-evidence'),
    ],
  ]);
});

describe('a lost code', () => {
  refusalTable(app, [
    [
      'is not sent to what is no mobile',
      () => () => own.use(AskObjectionCode).run({ mobile: '0570-1111111' }),
      { code: 'identifiers.mobile.form', field: 'mobile' },
    ],
    [
      'is not given for digits that nobody sent',
      () => () => own.use(RenewFollowCodes).run({ id: newId(), code: '123456' }),
      { code: 'accounts.code.wrong', field: 'code' },
    ],
    [
      'is not given for the digits of a number that nobody objected with',
      async () => {
        const typed = await own.digits('13900000000');
        return () => own.use(RenewFollowCodes).run(typed);
      },
      { code: 'accounts.code.wrong', field: 'code' },
    ],
  ]);
});
