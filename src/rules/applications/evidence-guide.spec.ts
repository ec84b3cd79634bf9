import { PRESET_2013 } from '../../../seeds/reference/rule-sets/preset-2013.js';
import { PRESET_NOW } from '../../../seeds/reference/rule-sets/preset-now.js';
import { claimableIndicators, neededFigures } from '../scoring/needed-figures.js';
import { EVIDENCE_KINDS, evidenceKinds } from './evidence-guide.js';

const shops = [{ id: '1', platform: 'taobao' }];
const ofPreset = (rules: typeof PRESET_NOW) =>
  rules.categories.flatMap((category) => {
    const needed = neededFigures(category, rules.ratings, shops);
    return claimableIndicators(category).map(
      (indicator) => [indicator.code, evidenceKinds(indicator, needed)] as const,
    );
  });

describe('what proves an indicator', () => {
  it.each([
    ['G1', ['sales']],
    ['G3', ['orders']],
    ['G4', ['history']],
    ['G15', ['story']],
  ])('%s: %j', (code, expected) => {
    expect(Object.fromEntries(ofPreset(PRESET_NOW))[code]).toEqual(expected);
  });

  it('is said of every indicator of both presets', () => {
    const all = [...ofPreset(PRESET_NOW), ...ofPreset(PRESET_2013)];
    expect(all.length).toBeGreaterThan(40);
    expect(all.filter(([, kinds]) => kinds.length === 0)).toEqual([]);
  });

  it('uses every kind somewhere, so that no words stand unread', () => {
    const used = new Set([...ofPreset(PRESET_NOW), ...ofPreset(PRESET_2013)].flatMap(([, k]) => k));
    expect(EVIDENCE_KINDS.filter((kind) => !used.has(kind))).toEqual([]);
  });

  it('is a paper of any kind where nothing is known of a figure', () => {
    expect(evidenceKinds({ code: 'X1', type: 'V' }, [])).toEqual(['other']);
    expect(
      evidenceKinds({ code: 'X1', type: 'V' }, [{ key: 'tick.X1.shown', indicators: ['X1'] }]),
    ).toEqual(['other']);
  });
});
