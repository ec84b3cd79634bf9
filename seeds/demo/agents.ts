import type { City } from './city.js';
import { DIVISIONS } from './geography.js';
import { type DemoMerchant, REVIEWED_MERCHANT, TITLED_MERCHANT, lastFullYear } from './merchant.js';
import { OFFICE_SINCE, addPerson } from './people.js';
import { personName } from './words.js';

/** Numbers of the sign-in list after the offices and the panel. */
const FIRST_PREFIX = 37;

/** Merchants of each division that have an account and have not filed for last year. */
const OWING = 3;

/** An agent for each merchant that ever applied, for a few that owe a return, and the merchants' people of the demonstration. */
export function makeAgents(
  city: City,
  merchants: readonly DemoMerchant[],
): ReadonlyMap<string, string> {
  const dice = city.dice.fork('agents');
  const agents = new Map<string, string>();
  let prefix = FIRST_PREFIX;
  const onList = () => String(prefix++);
  for (const merchant of merchants.filter(({ past, now }) => past ?? now)) {
    const duty = { merchantId: merchant.id };
    const listed = [TITLED_MERCHANT, REVIEWED_MERCHANT].includes(merchant.index);
    const add = (name: string, role: 'Agent' | 'LegalRepresentative') =>
      addPerson(city, dice, {
        kind: 'merchant',
        name,
        duties: [{ ...duty, role }],
        since: OFFICE_SINCE,
        prefix: listed ? onList() : undefined,
      });
    agents.set(merchant.id, add(personName(dice), 'Agent'));
    if (listed) add(merchant.headName, 'LegalRepresentative');
  }
  for (const { id, headName } of owing(city, merchants)) {
    addPerson(city, dice, {
      kind: 'merchant',
      name: headName,
      duties: [{ merchantId: id, role: 'LegalRepresentative' }],
      since: OFFICE_SINCE,
    });
  }
  addPerson(city, dice, {
    kind: 'merchant',
    name: personName(dice),
    duties: [],
    since: city.today,
    prefix: onList(),
  });
  return agents;
}

function owing(city: City, merchants: readonly DemoMerchant[]): readonly DemoMerchant[] {
  const late = merchants.filter(({ returns }) => !returns.has(lastFullYear(city.today)));
  return DIVISIONS.flatMap(({ code }) =>
    late.filter(({ division, past }) => division.code === code && !past).slice(0, OWING),
  );
}
