import { RECOMMENDING_DIVISIONS } from '../../src/rules/programme/recommending-divisions.js';
import { divisionPerson, office } from '../support/people.js';
import type { TestApp } from '../support/test-app.js';
import type { Visitor } from '../support/visitor.js';

/** Somebody who is signed in. */
export interface Member {
  readonly visitor: Visitor;
}

/** Everybody who takes part in one award; no two duties that must not meet are in one hand. */
export interface Cast {
  readonly registrar: Member;
  readonly approver: Member;
  readonly publishers: readonly [Member, Member];
  readonly tabulators: readonly [Member, Member];
  readonly screener: Member;
  readonly verifiers: readonly [Member, Member];
  readonly supervisor: Member;
  readonly reviewer: Member;
  readonly divisionApprover: Member;
}

/** The division from which both merchants of the journey come. */
export const division = '330825';

export async function hire(app: TestApp): Promise<Cast> {
  const pair = async (role: 'Publisher' | 'Tabulator' | 'Verifier') =>
    [await office(app, role), await office(app, role)] as const;
  for (const code of RECOMMENDING_DIVISIONS.filter((one) => one !== division)) {
    await divisionPerson(app, 'DivisionReviewer', code);
    await divisionPerson(app, 'DivisionApprover', code);
  }
  return {
    registrar: await office(app, 'CityRegistrar'),
    approver: await office(app, 'Approver'),
    publishers: await pair('Publisher'),
    tabulators: await pair('Tabulator'),
    screener: await office(app, 'Screener'),
    verifiers: await pair('Verifier'),
    supervisor: await office(app, 'Supervisor'),
    reviewer: await divisionPerson(app, 'DivisionReviewer', division),
    divisionApprover: await divisionPerson(app, 'DivisionApprover', division),
  };
}
