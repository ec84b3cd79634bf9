import { describe, expect, test } from '@jest/globals';
import { runCommand, temporaryFile } from '../../../test/support/run-command.js';
import { COMMITMENT, SEED } from '../../../test/support/worked-draw.js';
import { automaticHits } from '../../rules/eligibility/conflict-hits.js';
import { tiesOf } from '../diagnostics/ties-of.js';
import { judgesAssign } from './judges-assign.js';
import { judgesCheckDraw, judgesDraw } from './judges-draw.js';

const ids = Array.from({ length: 11 }, (_, index) => `E${index + 10}`);

describe('an empty organisation is no organisation', () => {
  test('in judges assign: two of them may score the same application, drawn up or kept', async () => {
    const problem = {
      entries: [{ id: 'A', conflicts: [], topics: [] }],
      judges: ['J1', 'J2'].map((id) => ({ id, max: 1, topics: [], organisation: '' })),
      perEntry: 2,
      seed: 1,
    };
    const existing = ['J1', 'J2'].map((judge) => ({ entry: 'A', judge }));
    for (const given of [problem, { ...problem, existing }]) {
      const file = temporaryFile('problem.json', JSON.stringify(given));
      const { status, output } = await runCommand(judgesAssign, file, '--json');
      expect([status, (JSON.parse(output) as { load: object }).load]).toEqual([
        0,
        { J1: 1, J2: 1 },
      ]);
    }
  });

  test('in judges draw: eleven of them fill panel and alternates, and the check names the paper', async () => {
    const pool = {
      experts: ids.map((id) => ({ id, field: '电商', division: '', organisation: '' })),
      applications: 9,
      commitment: COMMITMENT,
      witness: '龙游石窟藏千古',
    };
    const file = temporaryFile('pool.json', JSON.stringify(pool));
    const { status, output } = await runCommand(judgesDraw, file, '--seed', SEED, '--json');
    const record = JSON.parse(output) as {
      seats: object[];
      terms: { algorithm: number };
      recordHash: string;
    };
    expect([status, record.seats.length, record.terms.algorithm]).toEqual([0, 7, 2]);
    const checked = await runCommand(judgesCheckDraw, temporaryFile('record.json', output));
    expect(checked.status).toBe(0);
    expect(checked.words).toContain('到场人员、各步时间和第几次抽取无从推算');
    expect(checked.words).toContain(record.recordHash);
  });

  test('in the diagnostics: it is nobody’s employer', () => {
    const judge = { organisation: '', divisionCode: null, declared: [] };
    const applicant = { id: '1', merchantName: '', divisionCode: '330802', related: ['', '—'] };
    expect(tiesOf(judge, applicant)).toEqual([]);
    expect(
      tiesOf({ ...judge, organisation: '甲公司' }, { ...applicant, related: ['甲公司'] }),
    ).toEqual(['relatedMerchant']);
  });

  test('in the hits of a declaration: it is no employer of an applicant without a name', () => {
    const nothing = { mobiles: [], mails: [], addresses: [], bankTails: [] };
    const judge = {
      ...nothing,
      name: '张三',
      employerCreditCode: '',
      employer: '',
      officerOfDivision: null,
    };
    const applicant = {
      ...nothing,
      creditCode: '',
      names: [''],
      people: [],
      tiedPeople: [],
      texts: [],
      recommendingDivision: null,
    };
    expect(automaticHits(judge, applicant, [])).toEqual([]);
  });
});
