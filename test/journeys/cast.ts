import { RECOMMENDING_DIVISIONS } from '../../src/rules/programme/recommending-divisions.js';
import { type Person, divisionPerson, office } from '../support/people.js';
import type { TestApp } from '../support/test-app.js';

/** Everybody who takes part in one award; no two duties that must not meet are in one hand. */
export interface Cast {
  readonly registrar: Person;
  readonly approver: Person;
  readonly publishers: readonly [Person, Person];
  readonly tabulators: readonly [Person, Person];
  readonly screeners: readonly [Person, Person];
  readonly verifiers: readonly [Person, Person];
  readonly supervisor: Person;
  readonly reviewer: Person;
  readonly divisionApprover: Person;
}

/** The division from which both merchants of the journey come. */
export const division = '330825';

export async function hire(app: TestApp): Promise<Cast> {
  const pair = async (role: 'Publisher' | 'Tabulator' | 'Screener' | 'Verifier') =>
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
    screeners: await pair('Screener'),
    verifiers: await pair('Verifier'),
    supervisor: await office(app, 'Supervisor'),
    reviewer: await divisionPerson(app, 'DivisionReviewer', division),
    divisionApprover: await divisionPerson(app, 'DivisionApprover', division),
  };
}
