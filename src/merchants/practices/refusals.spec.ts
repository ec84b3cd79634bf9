import { afterAll, beforeAll, describe } from '@jest/globals';
import { acting } from '../../../test/support/acting.js';
import { refusalTable } from '../../../test/support/case-tables.js';
import { PracticeSteps, allLevels } from '../../../test/support/practices.js';
import { missingIn, staleIn } from '../../../test/support/refusals.js';
import { Title } from '../../awards/titles/title.entity.js';
import { newId } from '../../database/new-id.js';

let practices: PracticeSteps;
beforeAll(async () => {
  practices = await PracticeSteps.open();
});
afterAll(() => practices.app.stop());

const app = () => practices.app;
const fixed = { code: 'merchants.practice.fixed', kind: 'conflict' } as const;

describe('a practice that is saved', () => {
  refusalTable(app, [
    [
      'by the office',
      () => () => practices.save({}, practices.title.people.registrar),
      missingIn('acting-role'),
    ],
    [
      'by somebody without a merchant',
      () => () => practices.save({}, acting('Agent')),
      missingIn('save-practice'),
    ],
    [
      'with a telephone number in it',
      () => () => practices.save({ headline: '请拨打13800138000' }),
      { code: 'merchants.practice.problem.contact', field: 'headline' },
    ],
    [
      'by a merchant without a title',
      () => () => practices.save({}, practices.stranger),
      { code: 'merchants.practice.noTitle' },
    ],
    [
      'after the title was revoked',
      async () => {
        await practices.app.database
          .repo(Title)
          .update({ id: practices.title.id }, { state: 'Revoked' });
        return () => practices.save();
      },
      { code: 'merchants.practice.noTitle' },
    ],
    [
      'a second time on the same subject',
      async () => {
        await practices.save();
        return () => practices.save();
      },
      { code: 'merchants.practice.subjectTaken', field: 'subject' },
    ],
    [
      'over one that is not there',
      () => () => practices.save({ practiceId: newId() }),
      missingIn('save-practice'),
    ],
    [
      'over one of another merchant',
      async () => {
        const practiceId = await practices.save();
        return () => practices.save({ practiceId, version: 1 }, practices.stranger);
      },
      missingIn('save-practice'),
    ],
    [
      'over what was saved meanwhile',
      async () => {
        const practiceId = await practices.save();
        return () => practices.save({ practiceId, version: 9 });
      },
      staleIn('lock-practice'),
    ],
    [
      'over what is before the office',
      async () => {
        const practiceId = await practices.submitted();
        const { version } = await practices.row(practiceId);
        return () => practices.save({ practiceId, version });
      },
      fixed,
    ],
  ]);
});

describe('a practice that is handed in', () => {
  refusalTable(app, [
    [
      'by the office',
      async () => {
        const id = await practices.save();
        return () => practices.submit(id, {}, practices.title.people.registrar);
      },
      missingIn('acting-role'),
    ],
    [
      'without the consent',
      async () => {
        const id = await practices.save();
        return () => practices.submit(id, { consent: false });
      },
      { code: 'merchants.practice.consentMissing', field: 'consent' },
    ],
    [
      'as it no longer reads',
      async () => {
        const id = await practices.save();
        return () => practices.submit(id, { version: 9 });
      },
      staleIn('lock-practice'),
    ],
    [
      'twice',
      async () => {
        const id = await practices.submitted();
        return () => practices.submit(id);
      },
      fixed,
    ],
  ]);
});

describe('a review', () => {
  const decided = { code: 'merchants.practice.decided', kind: 'conflict' } as const;

  refusalTable(app, [
    [
      'by its merchant',
      async () => {
        const id = await practices.submitted();
        return () => practices.review(id, {}, practices.holder);
      },
      missingIn('acting-role'),
    ],
    ['of what nobody wrote', () => () => practices.review(newId()), missingIn('lock-practice')],
    [
      'of a draft',
      async () => {
        const id = await practices.save();
        return () => practices.review(id);
      },
      decided,
    ],
    [
      'that releases what is public',
      async () => {
        const id = await practices.released();
        return () => practices.review(id);
      },
      decided,
    ],
    [
      'that returns what was returned',
      async () => {
        const id = await practices.submitted();
        await practices.review(id, { decision: 'return', reason: '请补充数据来源。' });
        return () => practices.review(id, { decision: 'return', reason: '再改。' });
      },
      decided,
    ],
    [
      'of what has changed meanwhile',
      async () => {
        const id = await practices.submitted();
        return () => practices.review(id, { version: 9 });
      },
      staleIn('lock-practice'),
    ],
    [
      'that returns without a reason',
      async () => {
        const id = await practices.submitted();
        return () => practices.review(id, { decision: 'return' });
      },
      { code: 'merchants.practice.reasonMissing', field: 'reason' },
    ],
    ...(['doing', 'copying', 'helped', 'figures'] as const).map(
      (claim) =>
        [
          `that releases without a word on ${claim}`,
          async () => {
            const id = await practices.submitted();
            const levels = { ...allLevels, [claim]: undefined };
            return () => practices.review(id, { levels });
          },
          { code: 'merchants.practice.levelMissing', field: claim },
        ] as const,
    ),
  ]);
});

describe('a withdrawal', () => {
  refusalTable(app, [
    [
      'by the office',
      async () => {
        const id = await practices.released();
        return () => practices.withdraw(id, practices.title.people.registrar);
      },
      missingIn('acting-role'),
    ],
    [
      'of a draft',
      async () => {
        const id = await practices.save();
        return () => practices.withdraw(id);
      },
      { code: 'merchants.practice.notOut', kind: 'conflict' },
    ],
  ]);
});
