import { describe, expect, test } from '@jest/globals';
import { PRESET_NOW } from '../../../seeds/reference/rule-sets/preset-now.js';
import { hashOf } from '../provenance/sha256-hex.js';
import { CATEGORY_SWITCHES, GENERAL_SWITCHES, type SwitchValue } from './rule-switches.js';
import { switchValue, withSwitches } from './switch-values.js';
import { validateRuleSet } from './validate-rule-set.js';

const [first] = PRESET_NOW.categories;
const general = (...values: [string, SwitchValue][]) =>
  withSwitches(PRESET_NOW, GENERAL_SWITCHES, new Map(values));
const category = (...values: [string, SwitchValue][]) =>
  withSwitches(first!, CATEGORY_SWITCHES, new Map(values));

describe('the switches of the rules', () => {
  test('written back as they stand leave the rules as they were, to the hash', () => {
    const asRead = new Map(
      GENERAL_SWITCHES.map((one) => [one.path, switchValue(PRESET_NOW, one)] as const),
    );
    expect(hashOf(withSwitches(PRESET_NOW, GENERAL_SWITCHES, asRead))).toBe(hashOf(PRESET_NOW));
    for (const rules of PRESET_NOW.categories) {
      const read = new Map(
        CATEGORY_SWITCHES.map((one) => [one.path, switchValue(rules, one)] as const),
      );
      expect(withSwitches(rules, CATEGORY_SWITCHES, read)).toEqual(rules);
    }
  });

  test('come and go as a whole: a division floor, a range of ages', () => {
    const floor = category(['divisionFloor.places', 1], ['divisionFloor.bestScore', 7500]);
    expect(floor.divisionFloor).toEqual({ places: 1, bestScore: 7500 });
    const half = new Map<string, SwitchValue>([['divisionFloor.bestScore', null]]);
    expect(withSwitches(floor, CATEGORY_SWITCHES, half).divisionFloor).toEqual({
      places: 1,
      bestScore: null,
    });
    const off = new Map<string, SwitchValue>([
      ['divisionFloor.places', null],
      ['divisionFloor.bestScore', null],
    ]);
    expect(withSwitches(floor, CATEGORY_SWITCHES, off).divisionFloor).toBeNull();
  });

  test('an empty condition is none, an empty step of the tie chain closes up', () => {
    expect(category(['eligibility.coolDownYears', null]).eligibility.coolDownYears).toBeNull();
    expect(general(['tieChain.1', null], ['tieChain.2', null]).tieChain).toEqual([
      'exemplaryEffect',
      'committeeBallot',
      'sharedStanding',
    ]);
  });

  test('name only the relations that differ from the catalogue', () => {
    expect(general(['groundKinds.7', 'hard'], ['groundKinds.1', 'hard']).groundKinds).toEqual({
      '7': 'hard',
    });
    const back = new Map([['groundKinds.7', 'soft']]);
    expect(withSwitches(general(['groundKinds.7', 'hard']), GENERAL_SWITCHES, back)).toEqual(
      PRESET_NOW,
    );
  });

  test.each<[string, string, SwitchValue]>([
    ['tieRepeated', 'tieChain.1', 'exemplaryEffect'],
    ['tieAfterShared', 'tieChain.3', 'sharedStanding'],
  ])('are refused in the wrong order: %s', (key, path, value) => {
    const found = validateRuleSet(general([path, value])).map((one) => one.key);
    expect(found).toContain(`scoring.ruleSet.${key}`);
  });
});
