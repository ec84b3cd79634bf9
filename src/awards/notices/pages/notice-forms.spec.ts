import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { office } from '../../../../test/support/people.js';
import { makeProgramme } from '../../../../test/support/programme.js';
import { TestApp } from '../../../../test/support/test-app.js';
import type { Visitor } from '../../../../test/support/visitor.js';

let app: TestApp;
let visitor: Visitor;
let programmeId: string;
beforeAll(async () => {
  app = await TestApp.start();
  programmeId = (await makeProgramme(app, 'Published')).id;
  ({ visitor } = await office(app, 'Publisher'));
});
afterAll(() => app.stop());

describe('the form of a notice', () => {
  const number = ['发文字号', '跳号或者补号的原因（选填）'];
  test.each([
    ['call', ['标题']],
    ['defence', ['标题']],
    [
      'publicity',
      [
        '标题',
        '公示工作日数（选填）',
        '公示最后一日（选填）',
        '受理异议的纪检机构',
        '纪检机构电话',
      ],
    ],
    ['publication', ['标题', ...number]],
    ['correction', ['标题', ...number, '原因']],
  ])(
    'of the kind %s asks for its own fields, and calls none optional that is needed',
    async (kind, fields) => {
      await visitor.get(`/office/notices/new?programme=${programmeId}&kind=${kind}`);
      const asked = visitor.page
        .querySelectorAll('main form :is(label, legend)')
        .map((one) => one.text.replace(/\s/g, ''))
        .filter((one) => !/^[年月日]$/.test(one));
      expect(asked).toEqual(fields);
    },
  );
});
