import { PilotSite } from '../../src/merchants/pilot-site.entity.js';
import { RelatedMerchant } from '../../src/merchants/related-merchant.entity.js';
import type { City } from './city.js';
import { makeAgents } from './agents.js';
import { makeReturns } from './annual-returns.js';
import { addExpertPool } from './expert-pool.js';
import { DIVISIONS } from './geography.js';
import type { DemoMerchant } from './merchant.js';
import { makeMerchants } from './merchants.js';
import { makeCast } from './people.js';
import { addPractices } from './practices.js';
import { makeProgramme2001 } from './programme-2001.js';
import { makeProgramme2013 } from './programme-2013.js';
import { makeProgrammeNow } from './programme-now.js';

/** Everything of the demo city, as rows: the same seed number, day and secret give the same rows. */
export function makeDemoCity(city: City): void {
  const cast = makeCast(city);
  const merchants = makeMerchants(city);
  makeReturns(city, merchants);
  addPilotSites(city);
  addRelations(city, merchants);
  const agents = makeAgents(city, merchants);
  addExpertPool(city);
  makeProgramme2001(city, cast);
  makeProgramme2013(city, cast, merchants, agents);
  makeProgrammeNow(city, cast, merchants, agents);
  addPractices(city, cast, merchants, agents);
}

function addPilotSites(city: City): void {
  const dice = city.dice.fork('pilots');
  for (const { code, pilotTowns, pilotVillages } of DIVISIONS) {
    const add = (kind: 'town' | 'village') => (name: string) =>
      city.rows.add(PilotSite, {
        id: dice.id(),
        divisionCode: code,
        kind,
        name,
        sinceYear: 2013,
      });
    pilotTowns.forEach(add('town'));
    pilotVillages.forEach(add('village'));
  }
}

/** Ties between merchants that did not apply, as they state them on the register. */
function addRelations(city: City, merchants: readonly DemoMerchant[]): void {
  const dice = city.dice.fork('relations');
  for (let i = 0; i < 24; i += 1) {
    const [one, other] = [merchants[400 + i * 2]!, merchants[401 + i * 2]!];
    city.rows.add(RelatedMerchant, {
      id: dice.id(),
      merchantId: one.id,
      name: other.name,
      creditCode: other.creditCode,
      relatedId: other.id,
      relation: dice.pick(['sameController', 'sameHead', 'family']),
      confirmedBy: null,
      confirmedAt: null,
    });
  }
}
