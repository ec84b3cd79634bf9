import type { Role } from '../../src/rules/lifecycle/roles.js';
import { translate } from '../../src/text/catalogue.js';
import type { Cast, Member } from '../journeys/cast.js';
import { division } from '../journeys/cast.js';
import type { Place } from '../journeys/place.js';

export interface DemoPerson {
  readonly accountId: string;
  readonly name: string;
  readonly duties: string;
}

/** Everybody on the sign-in page, in its order. */
export async function demoPeople(place: Place): Promise<DemoPerson[]> {
  const { page } = await place.visitor().get('/sign-in');
  return page.querySelectorAll('.people li').map((item) => ({
    accountId: item.querySelector('button')!.getAttribute('value')!,
    name: item.querySelector('button')!.text.trim(),
    duties: item.querySelector('span')!.text.trim(),
  }));
}

/** Signed in by a click, on the page where the program leads them. */
export async function signIn(place: Place, { accountId }: DemoPerson): Promise<Member> {
  const visitor = place.visitor();
  await visitor.get('/sign-in');
  return { visitor: await visitor.submit('/demo/sign-in', { accountId }) };
}

/** The people of the demo city who play one award. */
export async function demoCast(place: Place): Promise<Cast> {
  const people = await demoPeople(place);
  const all = async (role: Role, where = '') => {
    const label = translate('zh-CN', `role.${role}`);
    const fit = people.filter(({ duties }) => duties.includes(label) && duties.includes(where));
    return Promise.all(fit.map((person) => signIn(place, person)));
  };
  const one = async (role: Role, where?: string) => (await all(role, where))[0]!;
  const pair = async (role: Role) => {
    const [first, second] = await all(role);
    return [first!, second!] as const;
  };
  const county = translate('zh-CN', `division.${division}`);
  return {
    registrar: await one('CityRegistrar'),
    approver: await one('Approver'),
    publishers: await pair('Publisher'),
    tabulators: await pair('Tabulator'),
    screener: await one('Screener'),
    verifiers: await pair('Verifier'),
    supervisor: await one('Supervisor'),
    reviewer: await one('DivisionReviewer', county),
    divisionApprover: await one('DivisionApprover', county),
  };
}
