import { quotedList } from '../../database/quoted-list.js';
import { applicationIn } from './application-groups.js';
import { awaitsRenewal, checkPointOf, renewalPoint } from './check-point.js';
import { drawIn } from './draw-states.js';
import { objectionIn } from './objection-groups.js';
import { programmeIn } from './programme-groups.js';
import { PROGRAMME_STATES } from './programme-states.js';

describe('a group of states', () => {
  it('answers for its members and for nothing else', () => {
    expect(['Verified', 'InReview', 'ScoreLocked'].every(applicationIn.judged.has)).toBe(true);
    expect(['ScreenedIn', 'Proposed', '', null, undefined].some(applicationIn.judged.has)).toBe(
      false,
    );
  });

  it('is the same list in SQL', () => {
    expect(quotedList(objectionIn.open)).toBe("'AcceptedForReview', 'UnderReview'");
  });

  it('keeps a refused objection out of what is open, and a received one out of what is accepted', () => {
    expect(objectionIn.unsettled.has('Received')).toBe(true);
    expect(objectionIn.open.has('Received')).toBe(false);
    expect(objectionIn.unsettled.has('Refused')).toBe(false);
  });

  it('lets a draw be voided until it is voided, but not before its list is frozen', () => {
    expect(drawIn.mayVoid.has('Drawn')).toBe(true);
    expect(drawIn.mayVoid.has('Preparing')).toBe(false);
    expect(drawIn.mayVoid.has('Voided')).toBe(false);
  });

  it('asks for nothing more from the public notice on', () => {
    const settled = PROGRAMME_STATES.filter((state) => programmeIn.settled.has(state));
    expect(settled).toEqual(PROGRAMME_STATES.slice(PROGRAMME_STATES.indexOf('Publicity')));
  });
});

describe('the check point of an application', () => {
  it.each([
    ['Recommended', 'K1', false],
    ['InReview', 'K2', true],
    ['Proposed', 'K2', true],
    ['InPublicity', 'K3', true],
    ['Selected', 'K3', true],
  ] as const)('of %s is %s', (state, point, renewed) => {
    expect(checkPointOf(state)).toBe(point);
    expect(awaitsRenewal(state)).toBe(renewed);
  });

  it('is the second one from the review until the list stands, and the third after that', () => {
    expect(PROGRAMME_STATES.filter((state) => renewalPoint(state) === 'K2')).toEqual(
      PROGRAMME_STATES.slice(
        PROGRAMME_STATES.indexOf('Drawing'),
        PROGRAMME_STATES.indexOf('Publicity'),
      ),
    );
    expect(renewalPoint('Publicity')).toBe('K3');
  });
});
