import { experts, meeting, record, terms } from '../../../test/support/worked-draw.js';
import { seededRandom } from '../assignment/seeded-random.js';
import { hashOf } from '../provenance/sha256-hex.js';
import { RuleError } from '../rule-error.js';
import { canComplete } from './can-complete.js';
import { checkSupply } from './check-supply.js';
import { drawPanel } from './draw-panel.js';
import { DRAW_ALGORITHM, type DrawCandidate, type DrawTerms } from './draw-record.js';
import { freezeList } from './freeze-list.js';
import { verifyDrawRecord } from './verify-draw-record.js';
import { walkAhead } from './walk-ahead.js';
import { walkOrder } from './walk-order.js';

const NOBODY = { seated: [], departed: [] };
const now: DrawTerms = { ...terms, algorithm: DRAW_ALGORITHM };

function passes(act: () => unknown): boolean {
  try {
    act();
    return true;
  } catch (error) {
    if (error instanceof RuleError) return false;
    throw error;
  }
}

/** A pool of few more than are needed, in few groups: a panel of five and three alternates. */
function tightPool(seed: number): { pool: DrawCandidate[]; tight: DrawTerms } {
  const { below } = seededRandom(seed);
  const pick = (letter: string, groups: number, none: number) =>
    below(none) === 0 ? '' : `${letter}${below(groups)}`;
  const pool = Array.from({ length: 9 + below(3) }, (_, index) => ({
    id: `E${index}`,
    field: `F${below(3)}`,
    division: pick('D', 5, 6),
    organisation: pick('U', 9, 4),
    conflicts: 0,
  }));
  const fields = [0, 1, 2].map((field) => ({ field: `F${field}`, minimum: below(3) }));
  return {
    pool,
    tight: {
      ...now,
      panelSize: 5,
      alternates: 3,
      fields: fields.map((one, at) =>
        at === 2 ? { ...one, minimum: Math.min(one.minimum, 1) } : one,
      ),
      perDivision: 2,
    },
  };
}

/** By trying every set of the pool. */
function fillable(pool: readonly DrawCandidate[], limits: DrawTerms): boolean {
  const within = (chosen: readonly DrawCandidate[]) =>
    (['organisation', 'division'] as const).every((key) => {
      const limit = key === 'organisation' ? limits.perOrganisation : limits.perDivision;
      return chosen.every(
        (one) =>
          one[key] === '' || chosen.filter((other) => other[key] === one[key]).length <= limit,
      );
    });
  const grow = (chosen: readonly DrawCandidate[], from: number): boolean => {
    if (!within(chosen)) return false;
    if (chosen.length === limits.panelSize + limits.alternates)
      return limits.fields.every(
        ({ field, minimum }) => chosen.filter((one) => one.field === field).length >= minimum,
      );
    for (let next = from; next < pool.length; next += 1)
      if (grow([...chosen, pool[next]!], next + 1)) return true;
    return false;
  };
  return grow([], 0);
}

const POOLS = 300;
const ORDERS = 12;

describe('the walk that looks ahead', () => {
  it('knows exactly which tight pools can be filled', () => {
    const found = { yes: 0, no: 0 };
    for (let seed = 0; seed < POOLS; seed += 1) {
      const { pool, tight } = tightPool(seed);
      const truth = fillable(pool, tight);
      found[truth ? 'yes' : 'no'] += 1;
      const unfinished = { terms: tight, chosen: [], emptySeats: 5, missingAlternates: 3, pool };
      expect([seed, canComplete(unfinished)]).toEqual([seed, truth]);
      expect([seed, passes(() => checkSupply({ terms: tight, candidates: pool }))]).toEqual([
        seed,
        truth,
      ]);
    }
    expect(Math.min(found.yes, found.no)).toBeGreaterThan(40);
  });

  it('fills every order of a pool that can be filled, where the first algorithm fails some', () => {
    let [walked, failedBefore] = [0, 0];
    for (let seed = 0; seed < POOLS; seed += 1) {
      const { pool, tight } = tightPool(seed);
      if (!passes(() => checkSupply({ terms: tight, candidates: pool }))) continue;
      const { shuffle } = seededRandom(`orders ${seed}`);
      for (let order = 0; order < ORDERS; order += 1) {
        const ordered = shuffle(pool);
        const { seats, alternates } = walkAhead(ordered, tight, NOBODY);
        walked += 1;
        const drawn = [...seats, ...alternates].map(({ expert }) =>
          ordered.find(({ id }) => id === expert)!,
        );
        expect(new Set(drawn).size).toBe(8);
        expect(fillable(drawn, { ...tight, fields: [] })).toBe(true);
        for (const { field, minimum } of tight.fields)
          expect(
            drawn.slice(0, 5).filter((one) => one.field === field).length,
          ).toBeGreaterThanOrEqual(minimum);
        if (!passes(() => walkOrder(ordered, tight, NOBODY))) failedBefore += 1;
      }
    }
    expect(walked).toBeGreaterThan(1000);
    expect(failedBefore).toBeGreaterThan(100);
  });

  it('takes whoever was passed over for a seat as an alternate, in order', () => {
    // The only expert of the field comes last: seat five waits for E8, the alternates do not.
    const pool = Array.from({ length: 8 }, (_, index) => ({
      id: `E${index + 1}`,
      field: index === 7 ? 'F1' : 'F0',
      division: '',
      organisation: '',
      conflicts: 0,
    }));
    const fields = [
      { field: 'F0', minimum: 0 },
      { field: 'F1', minimum: 1 },
    ];
    const walk = walkAhead(pool, { ...now, panelSize: 5, alternates: 3, fields }, NOBODY);
    expect(walk.seats.map(({ expert }) => expert)).toEqual(['E1', 'E2', 'E3', 'E4', 'E8']);
    expect(walk.alternates.map(({ expert }) => expert)).toEqual(['E5', 'E6', 'E7']);
    expect(walk.skips.map(({ stage, expert, code }) => `${stage} ${expert} ${code}`)).toEqual(
      ['E5', 'E6', 'E7'].map((expert) => `panel ${expert} draw.skip.fieldMinimum`),
    );
  });

  it('passes over whoever would leave too few for the rest, and says so', () => {
    // Two of D0 may sit, and both experts of F1 are of D0.
    const pool = Array.from({ length: 10 }, (_, index) => ({
      id: `E${index}`,
      field: index === 8 || index === 9 ? 'F1' : 'F0',
      division: index === 0 || index >= 8 ? 'D0' : '',
      organisation: '',
      conflicts: 0,
    }));
    const fields = [
      { field: 'F0', minimum: 0 },
      { field: 'F1', minimum: 2 },
    ];
    const walk = walkAhead(pool, { ...now, panelSize: 5, alternates: 3, fields }, NOBODY);
    expect(walk.skips[0]).toEqual({
      position: 1,
      expert: 'E0',
      stage: 'panel',
      code: 'draw.skip.ahead',
      variables: {},
    });
    expect(walk.seats.map(({ expert }) => expert)).toEqual(['E1', 'E2', 'E3', 'E8', 'E9']);
  });

  it('keeps those who sit, and refuses a redraw that the list cannot fill', () => {
    const pool = tightPool(0).pool.map((one) => ({
      ...one,
      organisation: '',
      division: '',
      field: 'F0',
    }));
    const plain = { ...now, panelSize: 5, alternates: 3, fields: [{ field: 'F0', minimum: 0 }] };
    const seated = [{ seat: 2, expert: 'E3' }];
    const { seats } = walkAhead(pool, plain, { seated, departed: ['E0'] });
    expect(seats.map(({ seat }) => seat)).toEqual([1, 2, 3, 4, 5]);
    expect(seats[1]).toEqual(seated[0]);
    expect(
      passes(() => walkAhead(pool, plain, { seated, departed: ['E0', 'E1', 'E2', 'E4'] })),
    ).toBe(false);
  });
});

describe('the algorithm of a record', () => {
  const made = drawPanel(freezeList(experts, now), meeting);

  it('is frozen with the list, so that each record is checked by its own', () => {
    expect(made.listHash).not.toBe(record.listHash);
    expect(verifyDrawRecord(JSON.parse(JSON.stringify(made)))).toEqual({
      ok: true,
      recordHash: made.recordHash,
    });
    expect(verifyDrawRecord(JSON.parse(JSON.stringify(record)))).toMatchObject({ ok: true });
    const { algorithm: _left, ...older } = made.terms;
    expect(verifyDrawRecord({ ...made, terms: older })).toMatchObject({
      ok: false,
      path: 'listHash',
    });
  });

  it('is refused when nobody knows it', () => {
    expect(verifyDrawRecord({ ...made, terms: { ...made.terms, algorithm: 3 } })).toMatchObject({
      code: 'draw.algorithmUnknown',
      variables: { found: '3', known: 2 },
    });
  });

  it('does not guard people, times and number: those with a hash of their own pass with that hash', () => {
    const { recordHash, ...rest } = made;
    const forged = { ...rest, present: ['王五'], attempt: 2 };
    const result = verifyDrawRecord({ ...forged, recordHash: hashOf(forged) });
    expect(result).toEqual({ ok: true, recordHash: hashOf(forged) });
    expect(hashOf(forged)).not.toBe(recordHash);
  });
});
