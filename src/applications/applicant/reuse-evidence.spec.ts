import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Applicant, makeApplicant, openWindow } from '../../../test/support/applicant.js';
import { type Applying, applying } from '../../../test/support/applying.js';
import { fromSavedState, recordTable, refusalTable } from '../../../test/support/case-tables.js';
import { missingIn } from '../../../test/support/refusals.js';
import { smallPdf } from '../../../test/support/small-files.js';
import { makeSubmitted } from '../../../test/support/submitted-application.js';
import type { TestProgramme } from '../../../test/support/programme.js';
import type { TestApp } from '../../../test/support/test-app.js';
import { newId } from '../../database/new-id.js';
import { Application } from '../application.entity.js';
import { EvidenceLink } from '../evidence-link.entity.js';
import type { ApplicationFile } from './application-file.js';
import { ReuseEvidence } from './reuse-evidence.js';

let app: TestApp;
let programme: TestProgramme;
let own: Applicant;
let draft: Applying;
let documentId: string;
/** Another application of the merchant, in another category, with the same file. */
let elsewhere: string;
beforeAll(async () => {
  ({ app, programme } = await openWindow());
  own = await makeApplicant(app);
  draft = await applying(app, own, programme);
  await draft.attach('G1');
  documentId = (await draft.load()).evidence[0]!.documentId;
  const other = await makeSubmitted(app, programme);
  elsewhere = other.id;
  await app.database
    .repo(Application)
    .update(
      { id: elsewhere },
      { merchantId: own.merchantId, categoryId: programme.categoryIds.Y!, receiptNumber: null },
    );
});
afterAll(() => app.stop());

const reuse = async (indicator: string, id = documentId, file?: ApplicationFile) =>
  app.app.get(ReuseEvidence).run(draft.representative, file ?? (await draft.load()), {
    documentId: id,
    indicator,
    caption: '',
  });
/** The file lies with the other application only. */
const fromElsewhere = async () => {
  await app.database
    .repo(EvidenceLink)
    .update({ applicationId: draft.id }, { applicationId: elsewhere });
  await app.database.execute('UPDATE document SET owner_id = ? WHERE id = ?', [
    elsewhere,
    documentId,
  ]);
};
const locked = { code: 'applications.locked', kind: 'conflict' } as const;

describe('a file that was given before', () => {
  recordTable(
    () => app,
    [
      [
        'nothing new where it lies in the application already',
        () => () => reuse('G3'),
        { events: [], messages: [] },
      ],
      [
        'its copy from another application',
        async () => {
          await fromElsewhere();
          return () => reuse('G3');
        },
        {
          events: [
            {
              event: 'document.store',
              actorRole: 'LegalRepresentative',
              subjectType: 'document',
              details: {
                ownerType: 'application',
                ownerId: '<id>',
                hash: '<hash>',
                size: smallPdf.length,
              },
            },
          ],
          messages: [],
        },
      ],
    ],
  );
  refusalTable(
    () => app,
    [
      [
        'for an indicator that it proves already',
        () => () => reuse('G1'),
        { code: 'applications.evidence.already', field: 'documentId' },
      ],
      ['for an indicator that is not there', () => () => reuse('Z9'), locked],
      [
        'for what was submitted meanwhile',
        async () => {
          const file = await draft.load();
          await draft.submit();
          return () => reuse('G3', documentId, file);
        },
        { ...locked, variables: { lifecycle: 'application', state: 'Submitted' } },
      ],
      ['that nobody gave', () => () => reuse('G3', newId()), missingIn('reuse-evidence')],
      [
        'of another merchant',
        async () => {
          const stranger = await makeSubmitted(app, programme);
          return () => reuse('G3', stranger.documentId);
        },
        missingIn('reuse-evidence'),
      ],
    ],
  );
});

describe('one file for several indicators', () => {
  fromSavedState(() => app);

  test('is chosen on the page, and taking it from one leaves it with the other', async () => {
    await own.visitor.get(`${draft.path}/evidence`);
    await own.visitor.submit('/evidence/copies', { documentId });
    expect(own.visitor.errors).toEqual(['请选择“用来证明的指标”。']);
    await own.visitor.submit('/evidence/copies', { documentId, for: 'G3' });
    expect(own.visitor.text).toContain('已用于所选指标。');
    const links = (await draft.load()).evidence;
    expect(links.map((link) => [link.indicator, link.documentId])).toEqual([
      ['G1', documentId],
      ['G3', documentId],
    ]);
    await draft.remove(links[0]!.id);
    await own.visitor.get(`/documents/${documentId}`);
    expect(own.visitor.status).toBe(200);
    await draft.remove(links[1]!.id);
    await own.visitor.get(`/documents/${documentId}`);
    expect(own.visitor.status).toBe(404);
  });
});
