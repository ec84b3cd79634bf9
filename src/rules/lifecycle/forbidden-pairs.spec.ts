import { forbiddenPair, pairOnAnyApplication, type Duty } from './forbidden-pairs.js';

function pairKey(existing: readonly Duty[], proposed: Duty): string | null {
  return forbiddenPair(existing, proposed)?.pair.key ?? null;
}

describe('when a role is granted', () => {
  it.each<[string, Duty, Duty, string | null]>([
    [
      'a tabulator may not publish the same programme',
      { name: 'Tabulator', programme: '2013' },
      { name: 'Publisher', programme: '2013' },
      'tabulatorPublisher',
    ],
    [
      'a tabulator may publish another programme',
      { name: 'Tabulator', programme: '2013' },
      { name: 'Publisher', programme: '2015' },
      null,
    ],
    [
      'a system administrator never reads the journal as its auditor',
      { name: 'AuditAdmin' },
      { name: 'SystemAdmin' },
      'systemAuditAdmin',
    ],
    [
      'who recommended for a division may not judge that programme',
      { name: 'DivisionApprover', programme: '2013' },
      { name: 'Judge', programme: '2013' },
      'recommenderJudge',
    ],
    [
      'a supervisor of every programme may judge none',
      { name: 'Supervisor' },
      { name: 'Chair', programme: '2013' },
      'supervisorJudging',
    ],
    [
      'a merchant account never holds an office role',
      { name: 'Agent' },
      { name: 'Screener', programme: '2013' },
      'merchantOffice',
    ],
    [
      'a merchant account may hold both merchant roles',
      { name: 'Agent' },
      { name: 'LegalRepresentative' },
      null,
    ],
    [
      'a reviewer may be an approver for other applications',
      { name: 'DivisionReviewer', programme: '2013' },
      { name: 'DivisionApprover', programme: '2013' },
      null,
    ],
  ])('%s', (_name, existing, proposed, expected) => {
    expect(pairKey([existing], proposed)).toBe(expected);
    expect(pairKey([proposed], existing)).toBe(expected);
  });
});

describe('when an act is executed', () => {
  it.each<[string, Duty, Duty, string | null]>([
    [
      'who reviewed an application does not sign its recommendation',
      { name: 'DivisionReviewer', application: 'a1' },
      { name: 'DivisionApprover', application: 'a1' },
      'reviewerApprover',
    ],
    [
      'who verified an application does not judge it',
      { name: 'Verifier', application: 'a1' },
      { name: 'Judge', application: 'a1' },
      'verifierJudge',
    ],
    [
      'who verified one application may judge another',
      { name: 'Verifier', application: 'a1' },
      { name: 'Judge', application: 'a2' },
      null,
    ],
    [
      'one person is not both persons of an act',
      { name: 'FirstPerson', act: 'publish-7' },
      { name: 'SecondPerson', act: 'publish-7' },
      'firstSecondPerson',
    ],
    [
      'who decides an objection does not re-review it',
      { name: 'ObjectionReviewExpert', objection: 'o1' },
      { name: 'Approver', objection: 'o1' },
      'approverObjectionExpert',
    ],
    [
      'who wrote a rule change does not lock a round under it',
      { name: 'RuleChangeAuthor', programme: '2013' },
      { name: 'RoundLocker', programme: '2013' },
      'ruleAuthorRoundLocker',
    ],
  ])('%s', (_name, existing, proposed, expected) => {
    expect(pairKey([existing], proposed)).toBe(expected);
  });

  it('is refused with a sentence of that pair', () => {
    expect(forbiddenPair([{ name: 'AuditAdmin' }], { name: 'SystemAdmin' })).toMatchObject({
      code: 'forbiddenPair.systemAuditAdmin',
      existing: { name: 'AuditAdmin' },
    });
  });
});

describe('on any of many applications', () => {
  const judge: Duty = { name: 'Judge', programme: '2013' };
  it.each<[string, readonly Duty[], string | null]>([
    [
      'a verifier of the second application may not judge',
      [
        { name: 'Screener', application: 'a1' },
        { name: 'Verifier', application: 'a2' },
      ],
      'verifierJudge',
    ],
    [
      'a recommender of none in particular may not judge',
      [{ name: 'DivisionReviewer' }],
      'recommenderJudge',
    ],
    ['a verifier of none may judge', [{ name: 'Verifier' }], null],
  ])('%s', (_name, existing, expected) => {
    expect(pairOnAnyApplication(existing, judge)?.pair.key ?? null).toBe(expected);
  });
});
