import { type Stated, partsOfItem, statedPart, unchangedItems } from './item-changes.js';

const stated = (over: Partial<Stated> = {}): Stated => ({
  figures: [
    { key: 'orders', claimed: '100' },
    { key: 'parcels', claimed: null },
  ],
  answers: {
    texts: { G15: '说明' },
    rows: { welfare: [{ what: '助学' }], training: [] },
    penaltySelfReport: '',
  },
  evidence: [
    { indicator: 'G1', name: 'a.pdf', hash: 'aa', caption: '' },
    { indicator: 'G1', name: 'b.pdf', hash: 'bb', caption: '汇总' },
  ],
  ...over,
});
const answers = stated().answers;

describe('an item of a correction', () => {
  it.each([
    ['orders', ['figure orders']],
    ['shop.1.netWan', ['figure shop.1.netWan']],
    ['samplingFailure.none', ['figure samplingFailure.none']],
    ['text.G15', ['text G15']],
    ['evidence.G1', ['evidence G1']],
    ['welfare', ['rows welfare']],
    ['penaltySelfReport', ['penalty penaltySelfReport']],
    ['G15', ['text G15', 'evidence G15']],
    ['shop.G15', ['figure shop.G15']],
    ['G15x', ['figure G15x']],
  ])('%s opens %j', (item, parts) => {
    expect(partsOfItem(item).map(({ kind, key }) => `${kind} ${key}`)).toEqual(parts);
  });

  it.each([
    ['a figure', 'orders', '100'],
    ['a figure that is not claimed', 'parcels', null],
    ['a figure that is not there', 'netWan', null],
    ['a text', 'text.G15', '说明'],
    ['an empty text', 'text.G16', null],
    ['rows', 'welfare', '[{"what":"助学"}]'],
    ['no rows', 'training', null],
    ['a list nobody began', 'starters', null],
    ['files in any order', 'evidence.G1', 'aa \nbb 汇总'],
    ['no files', 'evidence.G2', null],
    ['no penalty', 'penaltySelfReport', ''],
  ])('reads %s', (_what, item, expected) => {
    expect(partsOfItem(item).map((part) => statedPart(stated(), part))).toEqual([expected]);
  });
});

describe('unchanged items', () => {
  const items = ['orders', 'text.G15', 'welfare', 'evidence.G1', 'penaltySelfReport', 'G15'];

  it('are all of them while nothing is done', () => {
    expect(unchangedItems(stated(), stated(), items)).toEqual(items);
  });

  it.each([
    ['a figure', { figures: [{ key: 'orders', claimed: '99' }] }, ['orders']],
    ['a text', { answers: { ...answers, texts: { G15: '另一段' } } }, ['text.G15', 'G15']],
    ['rows', { answers: { ...answers, rows: {} } }, ['welfare']],
    ['a file', { evidence: [] }, ['evidence.G1']],
    [
      'the word on penalties',
      { answers: { ...answers, penaltySelfReport: '罚款' } },
      ['penaltySelfReport'],
    ],
  ] as const)('are not those of %s', (_what, over, changed) => {
    const left = unchangedItems(stated(), stated(over), items);
    expect(items.filter((item) => !left.includes(item))).toEqual(changed);
  });

  it('do not notice files in another order', () => {
    const evidence = stated().evidence.toReversed();
    expect(unchangedItems(stated(), stated({ evidence }), ['evidence.G1'])).toEqual([
      'evidence.G1',
    ]);
  });
});
