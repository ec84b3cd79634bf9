import { Programme } from '../../src/programmes/programme.entity.js';
import { type City, at } from './city.js';
import type { Cast } from './people.js';
import { HOST } from './programme-rows.js';

/** The selection of 2001 as far as it is known: it took place, its winners were not recorded. */
export function makeProgramme2001(city: City, cast: Cast): void {
  const id = city.dice.fork('2001').id();
  const recordedAt = at('2013-06-24');
  city.rows.add(Programme, {
    id,
    slug: '2001',
    name: '2001年衢州市“十大网商”评选',
    year: 2001,
    dataYear: 2000,
    state: 'Archived',
    host: HOST,
    scope: '全市网商。',
    cycle: '一次性',
    funds: '未见记载。',
    calendar: [],
    historicalNote: 'winnersNotRecorded',
    preparedBy: cast.registrar,
    createdAt: recordedAt,
    stateSince: recordedAt,
  });
  city.journal.record({
    at: recordedAt,
    actorId: cast.registrar,
    actorRole: 'CityRegistrar',
    event: 'programme.prepare',
    subjectType: 'programme',
    subjectId: id,
    programmeId: id,
    details: { historicalNote: 'winnersNotRecorded' },
  });
}
