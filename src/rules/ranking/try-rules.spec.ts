import { describe, expect, test } from '@jest/globals';
import { PRESET_2013 } from '../../../seeds/reference/rule-sets/preset-2013.js';
import { sampleRecord } from '../../../test/reference/sample-category.js';
import { findIndicator, withIndicator } from '../scoring/edit-rubric.js';
import { newIndicator } from '../scoring/new-indicator.js';
import type { CategoryRules, RuleSet } from '../scoring/rule-set.js';
import { tryRules } from './try-rules.js';

/** Y has no sheet but its own, and five judges each. */
const records = [0.9, 0.8, 0.7, 0.6].map((share, at) => ({
  ...sampleRecord('Y', at + 1, [share, share, share, share, share]),
}));
const inputs = { category: 'Y', applications: records, ballots: [] } as const;
const withY = (change: Partial<CategoryRules>, rules: RuleSet = PRESET_2013): RuleSet => ({
  ...rules,
  categories: rules.categories.map((one) => (one.code === 'Y' ? { ...one, ...change } : one)),
});
const then = withY({ quota: 2, passMark: 0 });
const receipts = records.map(({ receiptNumber }) => receiptNumber);

const omit = (scores: Readonly<Record<string, number>>, code: string) =>
  Object.fromEntries(Object.entries(scores).filter(([key]) => key !== code));

describe('rules tried on locked scores', () => {
  test('that are the same change nothing', () => {
    const { applications, ...rest } = tryRules(then, then, inputs);
    expect(rest).toEqual({
      entering: [],
      leaving: [],
      estimated: [],
      unasked: [],
      missingSheet: null,
    });
    expect(applications).toHaveLength(4);
    expect(
      applications.every(({ before, after }) => JSON.stringify(before) === JSON.stringify(after)),
    ).toBe(true);
  });

  test('say who enters and who leaves with another quota or pass mark', () => {
    const ranked = tryRules(then, then, inputs).applications.map(
      ({ receiptNumber }) => receiptNumber,
    );
    const wider = tryRules(then, withY({ quota: 3, passMark: 0 }), inputs);
    expect([wider.entering, wider.leaving]).toEqual([[ranked[2]], []]);
    const stricter = tryRules(then, withY({ quota: 2, passMark: 10_000 }), inputs);
    expect([stricter.entering, stricter.leaving]).toEqual([[], [ranked[0], ranked[1]]]);
    expect(stricter.applications[0]).toMatchObject({
      before: { result: 'proposed' },
      after: { result: 'notProposed', standing: 1 },
    });
  });

  test('keep the years of then', () => {
    const later = { ...then, reference: { year: 2030, applicationDeadline: '2031-01-01' } };
    expect(tryRules(then, later, inputs)).toEqual(tryRules(then, then, inputs));
  });

  test('take scores by the weight of their indicator, on the grid', () => {
    const { indicator } = findIndicator(then, 'Y6')!;
    const heavier = withIndicator(then, 'Y6', { ...indicator, weight: indicator.weight * 2 });
    const [before] = tryRules(then, then, inputs).applications;
    const [after] = tryRules(then, heavier, inputs).applications;
    const share = records.find(({ receiptNumber }) => receiptNumber === after!.receiptNumber)!;
    const given = share.sheets[0]!.scores.Y6!;
    const was = before!.after!.compositeMillionths;
    expect(after!.after!.compositeMillionths - was).toBe(given * 10_000);
  });

  test('estimate what judges did not score, and name what was perhaps not asked', () => {
    const basics = { name: { zh: '新', en: 'new' }, weight: 900, sheet: 'material' } as const;
    const scored = newIndicator(then, { ...basics, code: 'Y20', kind: 'anchors' });
    const replaced = withIndicator(then, 'Y6', scored);
    const trial = tryRules(then, replaced, inputs);
    expect([trial.estimated, trial.unasked]).toEqual([['Y20'], []]);
    expect(trial.applications.map(({ receiptNumber }) => receiptNumber).toSorted()).toEqual(
      receipts,
    );
    expect(trial.entering).toEqual([]);
    const counted = newIndicator(then, { ...basics, code: 'Y21', kind: 'bands' });
    expect(tryRules(then, withIndicator(then, 'Y6', counted), inputs)).toMatchObject({
      estimated: [],
      unasked: ['Y21'],
    });
  });

  test('keep what was left out only where it may be left out', () => {
    const { indicator } = findIndicator(then, 'Y6')!;
    const mayBeLeft = withIndicator(then, 'Y6', { ...indicator, notApplicableAllowed: true });
    const left = {
      ...inputs,
      applications: records.map((record) => ({
        ...record,
        figures: { ...record.figures, notApplicable: ['Y6'] },
        sheets: record.sheets.map((sheet) => ({ ...sheet, scores: omit(sheet.scores, 'Y6') })),
      })),
    };
    const same = tryRules(mayBeLeft, mayBeLeft, left);
    expect(same.applications.map(({ after }) => after)).toEqual(
      same.applications.map(({ before }) => before),
    );
    const required = tryRules(mayBeLeft, then, left);
    expect(required.applications).toHaveLength(records.length);
  });

  test('cannot be tried with a sheet that nobody signed', () => {
    const defence = withY({ composite: { material: 70, defence: 30 } }, then);
    expect(tryRules(then, defence, inputs)).toMatchObject({
      missingSheet: 'defence',
      applications: [],
    });
  });
});
