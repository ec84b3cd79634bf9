import { type ApplicantFacts, type JudgeFacts, automaticHits } from './conflict-hits.js';

const judge: JudgeFacts = {
  name: '徐立言',
  employerCreditCode: null,
  employer: null,
  mobiles: [],
  mails: [],
  addresses: [],
  bankTails: [],
  officerOfDivision: null,
};
const applicant: ApplicantFacts = {
  creditCode: null,
  names: ['柯城甲店', '甲店旧名'],
  people: [],
  tiedPeople: [],
  mobiles: [],
  mails: [],
  addresses: [],
  bankTails: [],
  texts: [],
  recommendingDivision: null,
};
const hits = (change: Partial<ApplicantFacts>) =>
  automaticHits(judge, { ...applicant, ...change }, []).map(
    ({ hit, compared, value }) => `${hit} ${compared} ${value}`,
  );

it('a namesake among the people of a merchant is one hit, under its present name', () => {
  expect(hits({ tiedPeople: ['徐立言'] })).toEqual(['H4 merchantTie 柯城甲店']);
});

it('a witness is found in any text of the file', () => {
  expect(hits({ texts: ['无关', '证明人：徐立言，合作社社长'] })).toEqual([
    'H5 witnessOrMentor 徐立言',
  ]);
});
