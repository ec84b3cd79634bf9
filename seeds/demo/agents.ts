import type { City } from './city.js';
import { type DemoMerchant, REVIEWED_MERCHANT, TITLED_MERCHANT } from './merchant.js';
import { OFFICE_SINCE, addPerson } from './people.js';
import { personName } from './words.js';

/** Numbers of the sign-in list after the offices and the panel. */
const FIRST_PREFIX = 34;

/** An agent for each merchant that ever applied, and the merchants' people of the demonstration. */
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
  addPerson(city, dice, {
    kind: 'merchant',
    name: personName(dice),
    duties: [],
    since: city.today,
    prefix: onList(),
  });
  return agents;
}
