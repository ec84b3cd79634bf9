import type { NormalSampler } from './normal-sampler.js';
import { DEFAULT_ASSUMPTIONS, ranked, simulateRound } from './score-model.js';

/** Deviates in the order in which a round asks for them; whole numbers the same, with their bounds kept. */
function scripted(deviates: readonly number[], wholes: readonly number[]) {
  const [normals, lots] = [[...deviates], [...wholes]];
  const asked: string[] = [];
  const sampler: NormalSampler = {
    normal: (mean, deviation) => mean + deviation * normals.shift()!,
    standard: () => normals.shift()!,
    whole: (least, most) => {
      asked.push(`${least}–${most}`);
      return lots.shift()!;
    },
  };
  return { sampler, asked, left: () => [normals.length, lots.length] };
}

const assumptions = {
  ...DEFAULT_ASSUMPTIONS,
  meritMean: 70,
  scaleDeviation: 0.5,
  noiseDeviation: 4,
};

describe('a simulated round', () => {
  it('adds severity, own scale and noise to a merit, in whole points', () => {
    // Merits 76, 64; severities 4, −8; scales 1.5, 1; noise ±4 of each score, by application.
    const { sampler, asked, left } = scripted([1, -1, 1, -2, 1, 0, 0, 1, -1, 0.1], [2]);
    const round = simulateRound(
      { applications: 2, judges: 2, perApplication: 2, favouriteRanks: [1, 2], colluders: 0 },
      assumptions,
      sampler,
    );
    expect([...round.merits]).toEqual([76, 64]);
    // 70 + 1.5 · 6 + 4 + 0, 70 + 6 − 8 + 4, 70 − 1.5 · 6 + 4 − 4, 70 − 6 − 8 + 0.4.
    expect([...round.scores]).toEqual([83, 72, 61, 56]);
    // The second by merit.
    expect(round.favourite).toBe(1);
    expect([asked, left()]).toEqual([['1–2'], [0, 0]]);
  });

  it('stays on the sheet: no more than its points, no less than none', () => {
    const { sampler } = scripted([0, 0, 0, 0, 30, -30], [1]);
    const round = simulateRound(
      { applications: 2, judges: 1, perApplication: 1, favouriteRanks: [1, 1], colluders: 0 },
      assumptions,
      sampler,
    );
    expect([...round.scores]).toEqual([100, 0]);
  });

  it('has colluders give the favourite everything and take off everyone else, none below nothing', () => {
    // Merits 70, 76, 70: the favourite is the first by merit. Noise only where it takes below nothing.
    const { sampler } = scripted([0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, -16, 0], [1]);
    const round = simulateRound(
      { applications: 3, judges: 2, perApplication: 2, favouriteRanks: [1, 1], colluders: 1 },
      assumptions,
      sampler,
    );
    expect(round.favourite).toBe(1);
    expect([...round.scores]).toEqual([62, 70, 100, 76, 0, 70]);
  });

  it('lets the lot choose who scores an application where not everybody does', () => {
    // For the first, place 0 gets judge 2, place 1 then judge 1; for the second, judges 0 and 2.
    const { sampler, asked } = scripted([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0], [1, 2, 1, 0, 2]);
    const { scores } = simulateRound(
      { applications: 2, judges: 3, perApplication: 2, favouriteRanks: [1, 1], colluders: 0 },
      assumptions,
      sampler,
    );
    expect([...scores]).toEqual([NaN, 70, 70, 70, NaN, 70]);
    expect(asked).toEqual(['1–1', '0–2', '1–2', '0–2', '1–2']);
  });
});

it('ranks from the highest down, equal ones as they came', () => {
  expect(ranked(Float64Array.of(3, 9, 3, 10, -1))).toEqual([3, 1, 0, 2, 4]);
});
