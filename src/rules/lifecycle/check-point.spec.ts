import { APPLICATION_STATES } from './application-states.js';
import { CHECK_POINTS, batchPoint, mayBeCheckedAt } from './check-point.js';
import { DECIDED, removalDecisions } from './removal-states.js';

describe('sources may be asked', () => {
  it.each([
    ['K1', ['Recommended', 'CorrectionRequested', 'ScreenedIn', 'Verified']],
    ['K2', ['InReview', 'ScoreLocked', 'Proposed', 'InPublicity', 'UnderObjection', 'Selected']],
    ['K3', ['InReview', 'ScoreLocked', 'Proposed', 'InPublicity', 'UnderObjection', 'Selected']],
    ['K4', []],
  ] as const)('for %s in the states %j', (point, states) => {
    const found = APPLICATION_STATES.filter((state) => mayBeCheckedAt(point, state));
    expect(found.toSorted()).toEqual([...states].toSorted());
  });

  it('for one of four points', () => {
    expect(CHECK_POINTS).toEqual(['K1', 'K2', 'K3', 'K4']);
  });
});

it.each([
  ['DivisionReview', 'K1'],
  ['Screening', 'K1'],
  ['Verification', 'K1'],
  ['Drawing', 'K2'],
  ['RecusalDeclaration', 'K2'],
  ['MaterialReview', 'K2'],
  ['SpreadReview', 'K2'],
  ['Defence', 'K2'],
  ['ScoresLocked', 'K2'],
  ['Deliberation', 'K2'],
  ['Proposed', 'K2'],
  ['Publicity', 'K3'],
])('a batch of queries while the programme is in %s is about %s', (state, point) => {
  expect(batchPoint(state)).toBe(point);
});

it('a removal is confirmed or declined', () => {
  expect(removalDecisions.map((decision) => DECIDED[decision])).toEqual(['Confirmed', 'Declined']);
});
