import { describe, expect, test } from '@jest/globals';
import { PRESET_NOW } from '../../../../seeds/reference/rule-sets/preset-now.js';
import { halfPoints } from '../../../../test/support/judged-round.js';
import { roundSheet } from '../../../rules/rounds/round-sheet.js';
import type { OwnMark } from '../sheet-marks.js';
import type { OverviewRow } from '../sheet.queries.js';
import { overviewFilters, readOverview } from './overview.js';

const { indicators } = roundSheet(PRESET_NOW, 'G', 'material')!;
const [first] = indicators.map(({ code }) => code) as [string];
const names = ['柚香商行', '甘泉茶叶', '安居网店'];

const row = (at: number, change: Partial<OverviewRow> = {}): OverviewRow => ({
  id: `sheet${at}`,
  roundId: 'round',
  programmeId: 'programme',
  kind: 'material',
  code: 'G',
  blind: 0,
  nameZh: '示范网商',
  nameEn: 'Model shops',
  position: at,
  state: 'Open',
  version: 1,
  paperSince: null,
  scores: '{}',
  comments: '{}',
  total: null,
  firstOpenedAt: null,
  savedAt: '2026-06-01T00:00:00.000Z',
  reviewedAt: null,
  seat: 1,
  applicationId: `application${at}`,
  judgingNumber: `G-${at + 8}`,
  merchantName: names[at]!,
  flagged: null,
  noteSealed: null,
  ...change,
});

const opened = { firstOpenedAt: '2026-06-02T00:00:00.000Z' };
const rows = [
  row(0, { ...opened, scores: JSON.stringify(halfPoints), total: 2500 }),
  row(1, { ...opened, scores: `{"${first}":0}`, comments: '{"G13":"对照三号"}' }),
  row(2, { ...opened, state: 'Signed', scores: JSON.stringify(halfPoints), total: 3000 }),
  row(3, { merchantName: '乌溪江水产' }),
];
const marks: OwnMark[] = [
  { flagged: true, note: '' },
  { flagged: false, note: '问清产量' },
  { flagged: false, note: '' },
  { flagged: false, note: '' },
];
const overview = (asked: Record<string, string> = {}, blind = 0) => {
  const sheets = rows.map((one, at) => ({ row: { ...one, blind }, mark: marks[at]! }));
  const loaded = { sheets, indicators, comment: PRESET_NOW.comment };
  const { show, sort, q } = asked;
  return readOverview(loaded, { show, sort, q });
};
const order = (asked: Record<string, string> = {}, blind = 0) =>
  overview(asked, blind).shown.map(({ row: { id } }) => Number(id.slice(-1)));

describe("a judge's own sheets", () => {
  test.each([
    ['nothing asked', {}, [2, 0, 1, 3]],
    ['an unknown column', { sort: 'rank' }, [2, 0, 1, 3]],
    ['by number', { sort: 'number' }, [0, 1, 2, 3]],
    ['by number, last first', { sort: '-number' }, [3, 2, 1, 0]],
    ['by name', { sort: 'name' }, [2, 1, 3, 0]],
    ['by an indicator', { sort: `-${first}` }, [0, 2, 1, 3]],
    ['by state', { sort: 'state' }, [3, 1, 0, 2]],
    ['by flag', { sort: '-flag' }, [0, 1, 2, 3]],
    ['by comments missing', { sort: '-comment' }, [1, 0, 2, 3]],
    ['flagged', { show: 'flagged' }, [0]],
    ['not complete', { show: 'todo' }, [1, 3]],
    ['never opened', { show: 'unopened' }, [3]],
    ['comment missing', { show: 'comment' }, [1]],
    ['signed', { show: 'signed' }, [2]],
    ['by a name', { q: '甘泉' }, [1]],
    ['by a number', { q: 'g-10' }, [2]],
    ['by an own comment', { q: '三号' }, [1]],
    ['by an own note', { q: '产量' }, [1]],
    ['by what is nowhere', { q: '枇杷' }, []],
  ])('%s', (_title, asked, expected) => {
    expect(order(asked as Record<string, string>)).toEqual(expected);
  });

  test('are counted for every filter, whatever is shown', () => {
    const { counts } = overview({ show: 'signed', q: '枇杷' });
    expect(overviewFilters.map((filter) => counts[filter])).toEqual([4, 2, 1, 1, 1, 1]);
  });

  test('of a blind round are neither found nor ordered by a name', () => {
    for (const name of names) expect(order({ q: name }, 1)).toEqual([]);
    expect(order({ sort: 'name' }, 1)).toEqual(order({}, 1));
    expect(
      JSON.stringify(overview({}, 1).shown.map(({ name, words }) => [name, words])),
    ).not.toMatch(new RegExp(names.join('|')));
  });
});
