import * as fc from 'fast-check';
import { calibrateScores } from './calibrate-scores.js';
import type { Rating } from './rating.js';
import { comparableParts } from './comparable-parts.js';
import { ratings as rows } from './worked-cases.fixture.js';

/** Connected designs: judge J0 scores every entry, the others an arbitrary part of them. */
const designs: fc.Arbitrary<readonly Rating[]> = fc
  .array(
    fc.array(fc.option(fc.integer({ min: 40, max: 100 }), { freq: 4 }), {
      minLength: 4,
      maxLength: 4,
    }),
    {
      minLength: 5,
      maxLength: 9,
    },
  )
  .map((table) =>
    table.flatMap((row, entry) =>
      row.flatMap((score, judge) =>
        score === null && judge > 0
          ? []
          : [{ entry: `E${entry}`, judge: `J${judge}`, score: score ?? 70 + entry }],
      ),
    ),
  )
  .filter(
    (ratings) =>
      new Set(ratings.map(({ judge }) => judge)).size > 1 &&
      ratings.length > 4 + new Set(ratings.map(({ entry }) => entry)).size &&
      new Set(ratings.map(({ score }) => score)).size > 3,
  );

describe('calibrateScores, for any connected design', () => {
  it('does not depend on the order of the ratings', () => {
    fc.assert(
      fc.property(
        designs.chain((ratings) =>
          fc.tuple(
            fc.constant(ratings),
            fc.shuffledSubarray([...ratings], { minLength: ratings.length }),
          ),
        ),
        ([ratings, shuffled]) => {
          expect(calibrateScores(shuffled)).toEqual(calibrateScores(ratings));
        },
      ),
      { seed: 3, numRuns: 40 },
    );
  });

  it('follows a shift and a change of scale of all scores', () => {
    fc.assert(
      fc.property(
        designs,
        fc.integer({ min: -50, max: 50 }),
        fc.constantFrom(0.5, 2, 10),
        (ratings, shift, scale) => {
          const base = calibrateScores(ratings);
          const moved = calibrateScores(
            ratings.map((rating) => ({ ...rating, score: shift + scale * rating.score })),
          );
          const residual = base.variance.residual;
          expect(moved.mu / scale - shift / scale).toBeCloseTo(base.mu, 5);
          for (const part of ['entry', 'judge', 'residual'] as const)
            expect(moved.variance[part] / scale ** 2 / residual).toBeCloseTo(
              base.variance[part] / residual,
              5,
            );
          moved.entries.forEach((entry, index) => {
            expect((entry.adjusted - shift) / scale).toBeCloseTo(base.entries[index]!.adjusted, 4);
          });
        },
      ),
      { seed: 5, numRuns: 40 },
    );
  });

  it('treats both factors alike: entries and judges exchanged give the exchanged answer', () => {
    fc.assert(
      fc.property(designs, (ratings) => {
        const base = calibrateScores(ratings);
        const exchanged = calibrateScores(
          ratings.map(({ entry, judge, score }) => ({ entry: judge, judge: entry, score })),
        );
        const { entry, judge, residual } = base.variance;
        expect(exchanged.variance.judge / residual).toBeCloseTo(entry / residual, 5);
        expect(exchanged.variance.entry / residual).toBeCloseTo(judge / residual, 5);
        expect(exchanged.logLikelihood).toBeCloseTo(base.logLikelihood, 8);
        base.entries.forEach(({ id, adjusted }, index) => {
          expect(exchanged.judges[index]!.id).toBe(id);
          expect(exchanged.mu - exchanged.judges[index]!.severity).toBeCloseTo(adjusted, 4);
        });
      }),
      { seed: 9, numRuns: 40 },
    );
  });

  it('keeps the order of the means when every judge scores every entry', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 3, maxLength: 3 }), {
          minLength: 4,
          maxLength: 8,
        }),
        (table) => {
          const ratings = table.flatMap((row, entry) =>
            row.map((score, judge) => ({ entry: `E${entry}`, judge: `J${judge}`, score })),
          );
          const { entries, variance } = calibrateScores(ratings);
          fc.pre(variance.entry > 0);
          for (const a of entries)
            for (const b of entries)
              if (a.mean > b.mean + 1e-9) expect(a.adjusted).toBeGreaterThan(b.adjusted);
        },
      ),
      { seed: 7, numRuns: 40 },
    );
  });
});

describe('comparableParts', () => {
  it('names the parts that share no judge, largest first', () => {
    const ratings = rows(['A J1:80', 'B J2:80', 'C J2:80', 'D J3:80 J1:80']);
    expect(comparableParts(ratings)).toEqual([
      { entries: ['A', 'D'], judges: ['J1', 'J3'] },
      { entries: ['B', 'C'], judges: ['J2'] },
    ]);
  });
});
