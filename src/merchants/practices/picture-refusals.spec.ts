import { afterAll, beforeAll, describe } from '@jest/globals';
import { refusalTable } from '../../../test/support/case-tables.js';
import { PracticeSteps } from '../../../test/support/practices.js';
import { missingIn } from '../../../test/support/refusals.js';
import { smallPdf } from '../../../test/support/small-files.js';
import { uploadedFile } from '../../../test/support/uploaded-file.js';
import { newId } from '../../database/new-id.js';
import { AddPracticePicture, PICTURES } from './add-practice-picture.js';
import { OpenPicture } from './open-picture.js';
import { RemovePracticePicture } from './remove-practice-picture.js';

let practices: PracticeSteps;
beforeAll(async () => {
  practices = await PracticeSteps.open();
});
afterAll(() => practices.app.stop());

const app = () => practices.app;
const fixed = { code: 'merchants.practice.fixed', kind: 'conflict' } as const;

describe('a picture', () => {
  const add = (practiceId: string, picture = uploadedFile('picture', 'a.pdf', smallPdf)) =>
    practices
      .use(AddPracticePicture)
      .run(practices.holder, { practiceId, caption: '打包台', picture });

  refusalTable(app, [
    [
      'by the office',
      async () => {
        const id = await practices.save();
        return () => practices.picture(id, practices.title.people.registrar);
      },
      missingIn('acting-role'),
    ],
    [
      'that was not chosen',
      async () => {
        const practiceId = await practices.save();
        return () =>
          practices
            .use(AddPracticePicture)
            .run(practices.holder, { practiceId, caption: '打包台', picture: null });
      },
      { code: 'merchants.practice.pictureMissing', field: 'picture' },
    ],
    [
      'that is none',
      async () => {
        const id = await practices.save();
        return () => add(id);
      },
      { code: 'merchants.practice.noPicture', field: 'picture' },
    ],
    [
      'of a practice nobody wrote',
      () => () => practices.picture(newId()),
      missingIn('lock-practice'),
    ],
    [
      'of another merchant’s practice',
      async () => {
        const id = await practices.save();
        return () => practices.picture(id, practices.stranger);
      },
      missingIn('lock-practice'),
    ],
    [
      'of what is public',
      async () => {
        const id = await practices.released();
        return () => practices.picture(id);
      },
      fixed,
    ],
    [
      'too many',
      async () => {
        const id = await practices.save();
        for (let at = 0; at < PICTURES; at += 1) await practices.picture(id);
        return () => practices.picture(id);
      },
      {
        code: 'merchants.practice.picturesFull',
        field: 'picture',
        variables: { most: PICTURES },
      },
    ],
    [
      'that is taken off by the office',
      async () => {
        const practiceId = await practices.save();
        const given = { practiceId, documentId: newId() };
        return () =>
          practices.use(RemovePracticePicture).run(practices.title.people.registrar, given);
      },
      missingIn('acting-role'),
    ],
    [
      'that is taken off and was never there',
      async () => {
        const practiceId = await practices.save();
        const given = { practiceId, documentId: newId() };
        return () => practices.use(RemovePracticePicture).run(practices.holder, given);
      },
      missingIn('remove-practice-picture'),
    ],
    [
      'that is taken off what is public',
      async () => {
        const practiceId = await practices.save();
        await practices.picture(practiceId);
        const [picture] = (await practices.row(practiceId)).pictures;
        await practices.submit(practiceId);
        const given = { practiceId, documentId: picture!.documentId };
        return () => practices.use(RemovePracticePicture).run(practices.holder, given);
      },
      fixed,
    ],
    [
      'that is none of a public practice',
      async () => {
        const id = await practices.released();
        return () => practices.use(OpenPicture).run(id, newId());
      },
      missingIn('open-picture'),
    ],
  ]);
});
