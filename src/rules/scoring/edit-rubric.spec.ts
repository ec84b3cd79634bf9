import { describe, expect, test } from '@jest/globals';
import { PRESET_NOW } from '../../../seeds/reference/rule-sets/preset-now.js';
import { bandRows, bandsOf, edgesInOrder } from './band-rows.js';
import { findIndicator, withIndicator, withLines } from './edit-rubric.js';
import { newIndicator, writableKinds } from './new-indicator.js';
import type { RuleSet } from './rule-set.js';
import { validateRuleSet } from './validate-rule-set.js';

const name = { zh: '直播规范', en: 'Livestream conduct' };
const linesOf = (rules: RuleSet) =>
  rules.categories[0]!.rubric.flatMap(({ indicators }, dimension) =>
    indicators.map((indicator, i) => ({ indicator, dimension, position: i + 1 })),
  );
const codes = (rules: RuleSet) =>
  rules.categories[0]!.rubric.map(({ indicators }) => indicators.map(({ code }) => code));
const problems = (rules: RuleSet) =>
  validateRuleSet(rules).map(({ key }) => key.replace('scoring.ruleSet.', ''));

describe('a rubric', () => {
  test('as its own lines say is the rubric it was', () => {
    expect(withLines(PRESET_NOW, 'G', linesOf(PRESET_NOW))).toEqual(PRESET_NOW);
  });

  test('changes order and dimension, loses a line and gains one, its anchors by its weight', () => {
    const kept = linesOf(PRESET_NOW)
      .filter(({ indicator }) => indicator.code !== 'G16')
      .map((line) =>
        line.indicator.code === 'G5' ? { ...line, dimension: 4, position: 0 } : line,
      );
    const indicator = newIndicator(PRESET_NOW, {
      code: 'G20',
      name,
      weight: 400,
      sheet: 'material',
      kind: 'anchors',
    });
    const edited = withLines(PRESET_NOW, 'G', [...kept, { indicator, dimension: 3, position: 99 }]);
    expect(codes(edited)).toEqual([
      ['G1', 'G2', 'G3', 'G4'],
      ['G6', 'G7', 'G8', 'G9'],
      ['G10', 'G11', 'G12', 'G13'],
      ['G14', 'G15', 'G20'],
      ['G5', 'G17', 'G18', 'G19'],
    ]);
    expect(problems(edited)).toEqual([]);
    const { scoring } = findIndicator(edited, 'G20')!.indicator;
    expect(scoring.kind === 'anchors' && scoring.anchors.map(({ points }) => points)).toEqual([
      400, 300, 250, 100, 0,
    ]);
  });

  test('stands by position, lines of the same position as they came', () => {
    const [g1, g2, g3] = ['G1', 'G2', 'G3'].map(
      (code) => findIndicator(PRESET_NOW, code)!.indicator,
    );
    const edited = withLines(PRESET_NOW, 'G', [
      { indicator: g1!, dimension: 0, position: 10 },
      { indicator: g2!, dimension: 0, position: 2 },
      { indicator: g3!, dimension: 0, position: 2 },
    ]);
    expect(codes(edited)).toEqual([['G2', 'G3', 'G1'], [], [], [], []]);
  });

  test('of the defence has no dimensions', () => {
    const [d1, d2] = PRESET_NOW.defenceSheet;
    const edited = withLines(PRESET_NOW, null, [
      { indicator: d1!, dimension: 0, position: 2 },
      { indicator: d2!, dimension: 0, position: 1 },
    ]);
    expect(edited).toEqual({ ...PRESET_NOW, defenceSheet: [d2, d1] });
  });

  test.each(writableKinds(PRESET_NOW))(
    'takes a new indicator of the kind %s as it stands',
    (kind) => {
      const basics = { code: 'G16', name, weight: 400, sheet: 'material', kind } as const;
      const edited = withIndicator(PRESET_NOW, 'G16', newIndicator(PRESET_NOW, basics));
      expect(problems(edited)).toEqual([]);
      expect(findIndicator(edited, 'G16')!.indicator.scoring.kind).toBe(kind);
    },
  );

  test('offers every computation that there is, but penalties', () => {
    const kinds = new Set(
      PRESET_NOW.categories.flatMap(({ rubric }) =>
        rubric.flatMap(({ indicators }) => indicators.map(({ scoring }) => scoring.kind)),
      ),
    );
    const offered = new Set<string>(writableKinds(PRESET_NOW));
    expect([...kinds].filter((kind) => !offered.has(kind))).toEqual(['penalties']);
    const none = { ...PRESET_NOW, categories: [] };
    expect(writableKinds(none)).toEqual(['anchors', 'tick', 'sum', 'count', 'bands', 'growth']);
  });

  test('begins another of a kind as the first, with points on its own scale and items of its own', () => {
    // G5 gives 7, 6, 4.5, 2.5 and 0 of 7: with 4 points N13 has 4, 3.43, 2.57, 1.43 and 0.
    const basics = { name, sheet: 'material' } as const;
    const rated = { ...basics, code: 'N19', weight: 400, kind: 'ratings' } as const;
    expect(newIndicator(PRESET_NOW, rated).scoring).toEqual({
      kind: 'ratings',
      levelPoints: [400, 343, 257, 143, 0],
    });
    const taxed = newIndicator(PRESET_NOW, { ...basics, code: 'N20', weight: 800, kind: 'tax' });
    const { scoring } = taxed;
    if (scoring.kind !== 'tax') throw new Error('tax');
    expect([scoring.declarationItem.startsWith('N20.'), scoring.declarationUpTo]).toEqual([
      true,
      240,
    ]);
    expect(Math.max(...scoring.bands.map(({ points }) => points))).toBe(800);
  });

  test('finds an indicator wherever it stands, also on the defence sheet', () => {
    expect(findIndicator(PRESET_NOW, 'N5')).toMatchObject({
      category: { code: 'N' },
      dimension: 1,
    });
    expect(findIndicator(PRESET_NOW, 'D2')).toMatchObject({
      category: null,
      indicator: { code: 'D2' },
    });
    expect(findIndicator(PRESET_NOW, 'X1')).toBeNull();
  });

  test('is refused with a code that is taken, without words, or with more points than weight', () => {
    const d1 = findIndicator(PRESET_NOW, 'D1')!.indicator;
    const g16 = findIndicator(PRESET_NOW, 'G16')!.indicator;
    expect(problems(withIndicator(PRESET_NOW, 'G16', { ...g16, code: 'G1' }))).toEqual([
      'codeRepeated',
    ]);
    const nameless = { ...d1, name: { zh: ' ', en: 'x' } };
    expect(problems(withIndicator(PRESET_NOW, 'D1', nameless))).toEqual(['unnamed']);
    const { scoring } = d1;
    if (scoring.kind !== 'anchors') throw new Error('anchors');
    const [best, ...rest] = scoring.anchors;
    const silent = { ...scoring, anchors: [{ ...best!, text: { zh: '', en: '' } }, ...rest] };
    expect(problems(withIndicator(PRESET_NOW, 'D1', { ...d1, scoring: silent }))).toEqual([
      'anchorWithoutText',
    ]);
    const tick = { kind: 'tick', item: 'G16.shown', name, points: 450 } as const;
    const tooMuch = { ...g16, type: 'V', scoring: tick } as const;
    expect(problems(withIndicator(PRESET_NOW, 'G16', tooMuch))).toEqual(['bandAboveWeight']);
  });
});

describe('a table of bands', () => {
  const bands = [
    { low: 5000, points: 600 },
    { low: 3000, high: 5000, points: 500 },
    { high: 3000, points: 0, ineligible: true },
  ];
  test('is typed from the best down and lies side by side again, its mark at the end', () => {
    const rows = bandRows(bands, 'low');
    expect(rows).toEqual([
      { edge: 5000, points: 600 },
      { edge: 3000, points: 500 },
      { edge: null, points: 0 },
    ]);
    expect(bandsOf(rows, 'low', bands)).toEqual(bands);
    const [best, , rest] = rows;
    expect(bandsOf([best!, rest!], 'low', bands)).toEqual([
      { low: 5000, points: 600 },
      { high: 5000, points: 0, ineligible: true },
    ]);
  });

  test('turns round where less is better', () => {
    const rows = [
      { edge: 0, points: 600 },
      { edge: 50, points: 300 },
      { edge: null, points: 0 },
    ];
    const turned = bandsOf(rows, 'high', []);
    expect(turned).toEqual([
      { high: 0, points: 600 },
      { low: 0, high: 50, points: 300 },
      { low: 50, points: 0 },
    ]);
    expect(bandRows(turned, 'high')).toEqual(rows);
    expect([edgesInOrder(rows, 'high'), edgesInOrder(rows, 'low')]).toEqual([true, false]);
  });

  test.each<[string, 'low' | 'high', readonly number[], boolean]>([
    ['fall', 'low', [3, 2, 1], true],
    ['stand still', 'low', [3, 3], false],
    ['rise', 'high', [1, 2, 3], true],
    ['stand still', 'high', [3, 3], false],
    ['turn', 'high', [1, 3, 2], false],
  ])('whose edges %s, with the %s end included', (_title, closed, edges, inOrder) => {
    const rows = [...edges, null].map((edge) => ({ edge, points: 0 }));
    expect(edgesInOrder(rows, closed)).toBe(inOrder);
  });

  test('whose last band has an edge takes the rest all the same', () => {
    expect(bandRows([{ low: 0, points: 0 }], 'low')).toEqual([{ edge: null, points: 0 }]);
  });

  test('of every indicator of the preset survives being typed', () => {
    for (const { rubric } of PRESET_NOW.categories) {
      for (const { scoring } of rubric.flatMap(({ indicators }) => indicators)) {
        if (!('bands' in scoring)) continue;
        const closed = scoring.kind === 'complaints' ? 'high' : 'low';
        const rows = bandRows(scoring.bands, closed);
        expect(edgesInOrder(rows, closed)).toBe(true);
        expect(bandsOf(rows, closed, scoring.bands)).toEqual(scoring.bands);
      }
    }
  });
});
