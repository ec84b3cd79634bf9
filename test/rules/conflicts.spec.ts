import { CONFLICT_GROUNDS } from '../../seeds/reference/conflict-grounds.js';
import {
  automaticHits,
  type ApplicantFacts,
  type JudgeFacts,
} from '../../src/rules/eligibility/conflict-hits.js';

const judge: JudgeFacts = {
  name: '郑示例',
  employerCreditCode: null,
  employer: null,
  mobiles: [],
  mails: [],
  addresses: [],
  bankTails: [],
  officerOfDivision: null,
};
const applicant: ApplicantFacts = {
  creditCode: '91330802MA2TEKT7X7',
  names: ['衢州（柯城）示例商贸有限公司'],
  people: ['郑样本'],
  tiedPeople: ['孙关联'],
  mobiles: ['13805700001'],
  mails: ['office@shop.example'],
  addresses: ['柯城区示例路1号'],
  bankTails: [],
  texts: ['2023年获评县级示范，由衢州学院钱示例副教授指导。'],
  recommendingDivision: '330802',
};

function hits(facts: Partial<JudgeFacts>): readonly (readonly string[])[] {
  return automaticHits({ ...judge, ...facts }, applicant, ['mail.example']).map((hit) => [
    hit.hit,
    hit.kind,
    hit.compared,
  ]);
}

describe('automatic hits between a judge and an applicant', () => {
  it.each<[string, Partial<JudgeFacts>, readonly (readonly string[])[]]>([
    ['nothing in common', {}, []],
    [
      'the same credit code',
      { employerCreditCode: '91330802MA2TEKT7X7' },
      [['H1', 'Hard', 'creditCode']],
    ],
    [
      'the same employer in other brackets',
      { employer: '衢州(柯城) 示例商贸有限公司' },
      [['H1', 'Hard', 'employer']],
    ],
    [
      'the same mobile, written with hyphens',
      { mobiles: ['138-0570-0001'] },
      [['H2', 'Hard', 'mobile']],
    ],
    [
      'a mail address of the same domain',
      { mails: ['zheng@SHOP.example'] },
      [['H2', 'Hard', 'mailDomain']],
    ],
    ['a mail address that differs by a dot', { mails: ['off.ice@mail.example'] }, []],
    [
      'the same surname and address',
      { addresses: ['柯城区 示例路1号'] },
      [
        ['H2', 'Hard', 'address'],
        ['H3', 'Soft', 'surnameAndAddress'],
      ],
    ],
    [
      'the same address under another surname',
      { name: '孙示例', addresses: ['柯城区示例路1号'] },
      [['H2', 'Hard', 'address']],
    ],
    ['a namesake of the head', { name: '郑样本' }, [['H4', 'Hard', 'merchantTie']]],
    [
      'a namesake of a related person on the register',
      { name: '孙 关联' },
      [['H4', 'Hard', 'merchantTie']],
    ],
    [
      'named as mentor within a sentence of the file',
      { name: '钱示例' },
      [['H5', 'Soft', 'witnessOrMentor']],
    ],
    [
      'an officer of the recommending office',
      { officerOfDivision: '330802' },
      [['H6', 'Hard', 'recommendingDivision']],
    ],
  ])('%s', (_name, facts, expected) => {
    expect(hits(facts)).toEqual(expected);
  });

  it('does not take a public mail domain for a tie', () => {
    const ofPublicDomain = { ...applicant, mails: ['shop@mail.example'] };
    expect(
      automaticHits({ ...judge, mails: ['zheng@mail.example'] }, ofPublicDomain, ['mail.example']),
    ).toEqual([]);
  });
});

it('ships seven grounds, four of them hard', () => {
  expect(CONFLICT_GROUNDS.map((ground) => [ground.number, ground.kind])).toEqual([
    [1, 'Hard'],
    [2, 'Hard'],
    [3, 'Hard'],
    [4, 'Soft'],
    [5, 'Soft'],
    [6, 'Hard'],
    [7, 'Soft'],
  ]);
});
