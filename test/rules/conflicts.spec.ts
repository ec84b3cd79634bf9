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

  it('says what was compared, and how the judge’s record writes it', () => {
    const mail = ' Zheng＠Mail.example';
    const sharing = {
      ...applicant,
      people: ['孙样本', '郑样本'],
      mails: ['zheng@mail.example'],
      bankTails: ['4321'],
    };
    const judged = { ...judge, mails: [mail], bankTails: ['4321'] };
    expect(automaticHits(judged, sharing, ['mail.example'])).toEqual([
      {
        hit: 'H2',
        kind: 'Hard',
        compared: 'mail',
        value: mail,
        messageKey: 'conflict.hit.H2',
      },
      {
        hit: 'H2',
        kind: 'Hard',
        compared: 'bankTail',
        value: '4321',
        messageKey: 'conflict.hit.H2',
      },
    ]);
  });

  it('does not take what neither states for a tie', () => {
    const silent = { ...applicant, creditCode: null, recommendingDivision: null, mobiles: [''] };
    expect(automaticHits({ ...judge, mobiles: [' '] }, silent, [])).toEqual([]);
  });

  it.each([
    [' 郑示例', ['孙样本', '郑样本'], ['H2', 'H3']],
    ['欧阳示例', ['欧样本'], ['H2']],
    ['欧阳示例', ['欧阳样本'], ['H2', 'H3']],
    ['示例欧阳', ['样本欧阳'], ['H2']],
  ])('surnames: %s beside %j at one address', (name, people, expected) => {
    const found = automaticHits(
      { ...judge, name, addresses: ['柯城区示例路1号'] },
      { ...applicant, people },
      [],
    );
    expect(found.map(({ hit }) => hit)).toEqual(expected);
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
