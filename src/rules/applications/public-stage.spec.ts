import { APPLICATION_STATES } from '../lifecycle/application-states.js';
import { PROGRAMME_STATES } from '../lifecycle/programme-states.js';
import { publicStage } from './public-stage.js';

describe('the public stage of an application', () => {
  it.each([
    ['InPublicity', 'Publicity', 'inPublicity'],
    ['UnderObjection', 'Publicity', 'inPublicity'],
    ['Selected', 'Approved', 'inPublicity'],
    ['Selected', 'Published', 'selected'],
    ['Selected', 'InForce', 'selected'],
  ] as const)('%s while the programme is %s: %s', (state, programme, expected) => {
    expect(publicStage(state, programme)).toBe(expected);
  });

  it('tells nothing else of any other state, whatever the programme does', () => {
    const named = ['InPublicity', 'UnderObjection', 'Selected'];
    for (const state of APPLICATION_STATES.filter((one) => !named.includes(one))) {
      for (const programme of PROGRAMME_STATES) {
        expect([state, programme, publicStage(state, programme)]).toEqual([
          state,
          programme,
          'received',
        ]);
      }
    }
  });
});
