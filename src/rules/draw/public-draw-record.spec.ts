import { experts, meeting, record, terms } from '../../../test/support/worked-draw.js';
import { drawPanel } from './draw-panel.js';
import { freezeList } from './freeze-list.js';
import { labelGroups } from './label-groups.js';
import { publicDrawRecord } from './public-draw-record.js';
import { verifyDrawRecord } from './verify-draw-record.js';

describe('a draw from labelled groups', () => {
  const labelled = labelGroups(experts, terms);
  const drawn = drawPanel(freezeList(labelled.experts, labelled.terms), meeting);

  it('names fields, organisations and divisions by numbers in the order of expert ids', () => {
    expect(labelled.experts.slice(0, 3)).toMatchObject([
      { id: 'E01', field: 'F1', organisation: 'U1', division: 'D1' },
      { id: 'E02', field: 'F2', organisation: 'U2', division: 'D2' },
      { id: 'E03', field: 'F3', organisation: 'U3', division: 'D3' },
    ]);
    expect(labelled.experts[3]).toMatchObject({ id: 'E04', field: 'F1', organisation: '' });
    expect(labelled.terms.fields).toEqual([
      { field: 'F1', minimum: 1 },
      { field: 'F2', minimum: 2 },
      { field: 'F3', minimum: 2 },
    ]);
    expect(labelled.names.fields).toEqual({ F1: '农业', F2: '财务', F3: '电商' });
    expect(labelled.names.organisations.U1).toBe('学院0');
  });

  it('asks the same questions: who may sit beside whom stays as it was', () => {
    const groups = (list: readonly { organisation: string; division: string; field: string }[]) =>
      list.map((one) =>
        (['organisation', 'division', 'field'] as const).map((key) =>
          list.findIndex((other) => other[key] === one[key]),
        ),
      );
    expect(groups(labelled.experts)).toEqual(groups(experts));
  });

  it('keeps the numbering when the pool arrives in another order', () => {
    const turned = labelGroups(experts.toReversed(), terms);
    expect(turned.names).toEqual(labelled.names);
  });

  it('has no name of a group in it', () => {
    const text = JSON.stringify({ ...drawn, witness: '' });
    for (const names of Object.values(labelled.names)) {
      for (const name of Object.values<string>(names)) {
        expect(text).not.toContain(name);
      }
    }
  });

  it('is published without the people of the meeting and replays from that copy alone', () => {
    const copy = publicDrawRecord(drawn);
    expect(copy.present).toEqual([]);
    expect({ ...copy, present: drawn.present, recordHash: drawn.recordHash }).toEqual(drawn);
    expect(copy.recordHash).not.toBe(drawn.recordHash);
    expect(verifyDrawRecord(JSON.parse(JSON.stringify(copy)))).toMatchObject({ ok: true });
    const [first, ...others] = copy.seats;
    expect(
      verifyDrawRecord({ ...copy, seats: [{ ...first, expert: others[0]!.expert }, ...others] }),
    ).toMatchObject({ ok: false, path: 'seats[0].expert' });
  });

  it('leaves the signed record as it was', () => {
    const before = JSON.stringify(record);
    publicDrawRecord(record);
    expect(JSON.stringify(record)).toBe(before);
  });
});
