import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { acting } from '../../../test/support/acting.js';
import { type Applicant, makeApplicant, openWindow } from '../../../test/support/applicant.js';
import { type Applying, applying, signedStatement } from '../../../test/support/applying.js';
import { recordTable } from '../../../test/support/case-tables.js';
import { divisionPerson } from '../../../test/support/people.js';
import type { TestProgramme } from '../../../test/support/programme.js';
import { smallPdf } from '../../../test/support/small-files.js';
import type { TestApp } from '../../../test/support/test-app.js';
import { Application } from '../application.entity.js';
import { StartApplications } from './start-applications.js';

let app: TestApp;
let programme: TestProgramme;
let own: Applicant;
let draft: Applying;
beforeAll(async () => {
  ({ app, programme } = await openWindow());
  await divisionPerson(app, 'DivisionReviewer', '330802');
  await divisionPerson(app, 'DivisionReviewer', '330825');
  own = await makeApplicant(app);
  draft = await applying(app, own, programme);
});
afterAll(() => app.stop());

const subjectType = 'application';
const byRepresentative = { actorRole: 'LegalRepresentative', subjectType };
const silent = { messages: [] };
const stored = (actorRole: string) => ({
  event: 'document.store',
  actorRole,
  subjectType: 'document',
  details: { ownerType: subjectType, ownerId: '<id>', hash: '<hash>', size: smallPdf.length },
});
const withoutRepresentative = () =>
  app.database.execute(`UPDATE duty SET role = 'Agent' WHERE merchant_id = ?`, [own.merchantId]);

describe('a draft', () => {
  recordTable(
    () => app,
    [
      [
        'its beginning with the self-check',
        async () => {
          const actor = acting('Agent', { merchantId: (await makeApplicant(app)).merchantId });
          const categoryIds = [programme.categoryIds.G!];
          return () => app.app.get(StartApplications).run(actor, { categoryIds });
        },
        {
          events: [
            {
              event: 'application.saveDraft',
              actorRole: 'Agent',
              subjectType,
              details: { rule: 'A01', to: 'Draft', category: 'G', eligible: true },
            },
          ],
          ...silent,
        },
      ],
      [
        'nothing of what is typed',
        () => () => draft.save({ registeredMarks: '2' }),
        { events: [], ...silent },
      ],
      [
        'a file that is sent',
        () => () => draft.attach('G15'),
        { events: [stored('LegalRepresentative')], ...silent },
      ],
      [
        'a file that is taken back',
        async () => {
          await draft.attach('G15');
          const [evidence] = (await draft.load()).evidence;
          return () => draft.remove(evidence!.id);
        },
        {
          events: [
            {
              event: 'document.remove',
              actorRole: 'LegalRepresentative',
              subjectType: 'document',
              details: { ownerType: subjectType, ownerId: '<id>', hash: '<hash>' },
            },
          ],
          ...silent,
        },
      ],
      [
        'that the representative was asked',
        () => () => draft.ask(),
        {
          events: [
            {
              event: 'application.askConfirmation',
              actorRole: 'Agent',
              subjectType,
              details: { representatives: 1 },
            },
          ],
          messages: [{ message: 'confirmationAsked', to: 'LegalRepresentative' }],
        },
      ],
    ],
  );
});

describe('a withdrawal', () => {
  const withdrawn = { from: 'Submitted', to: 'Withdrawn', rule: 'A25' };
  recordTable(
    () => app,
    [
      [
        'the word of the representative',
        async () => {
          await draft.submit();
          return () => draft.withdraw();
        },
        {
          events: [
            {
              event: 'application.withdraw',
              ...byRepresentative,
              details: { ...withdrawn, confirmation: 'account' },
            },
          ],
          messages: [{ message: 'applicationWithdrawn', to: 'LegalRepresentative' }],
        },
      ],
      [
        'the signed statement, which is kept',
        async () => {
          await draft.submit();
          await withoutRepresentative();
          return () => draft.withdraw(draft.agent, signedStatement);
        },
        {
          events: [
            stored('Agent'),
            {
              event: 'application.withdraw',
              actorRole: 'Agent',
              subjectType,
              details: { ...withdrawn, confirmation: 'statement' },
            },
          ],
          messages: [{ message: 'applicationWithdrawn', to: 'Agent' }],
        },
      ],
    ],
  );
});

test('a text that is emptied is no longer there', async () => {
  const texts = async () =>
    (await app.database.repo(Application).findOneByOrFail({ id: draft.id })).answers.texts;
  await draft.write('texts', { texts: { G15: '自建供应链系统。' } });
  expect(await texts()).toEqual({ G15: '自建供应链系统。' });
  await draft.write('texts', { texts: { G15: '' } });
  expect(await texts()).toEqual({});
});
