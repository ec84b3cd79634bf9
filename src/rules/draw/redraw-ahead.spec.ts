import { experts, meeting, terms } from '../../../test/support/worked-draw.js';
import { checkSupply } from './check-supply.js';
import { commitmentOf } from './commitment.js';
import { drawPanel, redrawPanel } from './draw-panel.js';
import { DRAW_ALGORITHM } from './draw-record.js';
import { freezeList } from './freeze-list.js';
import { parseDrawPool } from './parse-pool.js';
import { verifyDrawRecord } from './verify-draw-record.js';

const list = freezeList(experts, { ...terms, algorithm: DRAW_ALGORITHM });
const seedOf = (number: number) => number.toString(16).padStart(64, '0');
const meetingOf = (number: number) => ({
  ...meeting,
  seed: seedOf(number),
  commitment: commitmentOf(seedOf(number)),
});

describe('a panel drawn again by the walk that looks ahead', () => {
  it.each([3, 5, 6])('keeps who stays and draws nobody who has left: lot %i', (lot) => {
    const first = drawPanel(list, meetingOf(lot));
    const staying = first.seats.slice(0, 5);
    const again = redrawPanel(first, staying, meetingOf(lot + 100));
    const gone = [...first.seats.slice(5), ...first.alternates].map(({ expert }) => expert);
    expect([again.seats.length, again.seats.slice(0, 5)]).toEqual([7, staying]);
    const drawn = [...again.seats.slice(5), ...again.alternates].map(({ expert }) => expert);
    expect(drawn.filter((id) => gone.includes(id))).toStrictEqual([]);
    expect(new Set([...drawn, ...staying.map(({ expert }) => expert)]).size).toBe(11);
    const said = new Map(again.skips.map(({ expert, code }) => [expert, code]));
    const reasons = staying.map(({ expert }) => said.get(expert)).filter(Boolean);
    expect([...new Set(reasons)]).toEqual(['draw.skip.seated']);
    const others = gone.map((expert) => said.get(expert)).filter(Boolean);
    expect([...new Set(others)]).toEqual(['draw.skip.departed']);
    expect(verifyDrawRecord(JSON.parse(JSON.stringify(again)))).toMatchObject({ ok: true });
  });

  it('has enough of a list for what is empty, without those who sit or have left', () => {
    const { seats, alternates } = drawPanel(list, meetingOf(1));
    const departed = alternates.map(({ expert }) => expert);
    expect(() => checkSupply(list, { seated: seats.slice(0, 5), departed })).not.toThrow();
    // With everybody gone who does not sit, nobody is left for two seats and four alternates.
    const sitting = seats.slice(0, 5).map(({ expert }) => expert);
    const others = list.candidates.map(({ id }) => id).filter((id) => !sitting.includes(id));
    expect(() => checkSupply(list, { seated: seats.slice(0, 5), departed: others })).toThrow(
      expect.objectContaining({
        code: 'draw.supplyShort',
        variables: { candidates: list.candidates.length, usable: 0, needed: 6 },
      }),
    );
  });
});

it('a pool is read with every word of its terms', () => {
  const pool = {
    experts: [{ id: 'a', field: 'f', division: 'd', active: false, barred: true, conflicts: 3 }],
    applications: 9,
    panelSize: 3,
    alternates: 1,
    perOrganisation: 2,
    perDivision: 3,
    conflictShare: [1, 5],
    commitment: 'c',
    witness: 'w',
    present: ['x'],
  };
  const { experts: read, terms: limits, meeting: met } = parseDrawPool(pool);
  expect(read).toEqual([{ ...pool.experts[0], organisation: '' }]);
  expect(limits).toMatchObject({
    panelSize: 3,
    alternates: 1,
    perOrganisation: 2,
    perDivision: 3,
    applications: 9,
    conflictShare: [1, 5],
  });
  expect(met).toMatchObject({ present: ['x'], times: null });
});
