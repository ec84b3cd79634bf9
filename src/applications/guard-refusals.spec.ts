import { afterAll, beforeAll, describe } from '@jest/globals';
import { acting } from '../../test/support/acting.js';
import { refusalTable } from '../../test/support/case-tables.js';
import { verifiedApplication } from '../../test/support/judging.js';
import { makeProgramme } from '../../test/support/programme.js';
import { TestApp } from '../../test/support/test-app.js';
import { Programme } from '../programmes/programme.entity.js';
import {
  type ApplicationEvent,
  applicationLifecycle,
} from '../rules/lifecycle/application-lifecycle.js';
import type { ApplicationState } from '../rules/lifecycle/application-states.js';
import type { Actor as Role } from '../rules/lifecycle/roles.js';
import { MoveApplication } from './move-application.js';

let app: TestApp;
let programmeId: string;
let applicationId: string;
beforeAll(async () => {
  app = await TestApp.start();
  const programme = await makeProgramme(app, 'Publicity');
  programmeId = programme.id;
  ({ applicationId } = await verifiedApplication(app, programme, 'G'));
});
afterAll(() => app.stop());

const { accountId: actorId } = acting('Approver');
/** A step for which everything was found but one thing. */
const without =
  (state: ApplicationState, event: ApplicationEvent, role: Role, missing: string) => async () => {
    await app.database.execute('UPDATE application SET state = ?', [state]);
    const { guards } = applicationLifecycle.rows.find((row) => row.event === event)!;
    const found = Object.fromEntries(guards.map((guard) => [guard, guard !== missing]));
    const move = { applicationId, event, actorId, role, guards: found };
    return () =>
      app.database.transaction(async () => {
        await app.database.lock(Programme, programmeId);
        return app.app.get(MoveApplication).run(move);
      });
  };
const code = 'lifecycle.refused.guard';

/**
 * These the act brings about itself, or they say which of two steps it is. A use case that takes the
 * wrong one, or forgets to look, moves no application.
 */
describe('a move of an application', () => {
  refusalTable(
    () => app,
    [
      [
        'back to the division that asked for nothing',
        without('CorrectionRequested', 'correctForDivision', 'Agent', 'requestedByDivision'),
        { code, variables: { rule: 'A05a', guard: 'requestedByDivision' } },
      ],
      [
        'back to a screening that asked for nothing',
        without('CorrectionRequested', 'correctForScreening', 'Agent', 'requestedByScreening'),
        { code, variables: { rule: 'A05b', guard: 'requestedByScreening' } },
      ],
      [
        'held for an objection that nobody accepted',
        without('InPublicity', 'holdForObjection', 'CityRegistrar', 'objectionAccepted'),
        { code, variables: { rule: 'A19', guard: 'objectionAccepted' } },
      ],
      [
        'freed from an objection that was not turned down',
        without('UnderObjection', 'endHold', 'Approver', 'objectionNotUpheld'),
        { code, variables: { rule: 'A20', guard: 'objectionNotUpheld' } },
      ],
      [
        'cancelled for an objection that was not upheld',
        without('UnderObjection', 'cancelOnObjection', 'Approver', 'objectionUpheld'),
        { code, variables: { rule: 'A21', guard: 'objectionUpheld' } },
      ],
      [
        'sent back to judges by an objection that was not upheld in part',
        without('UnderObjection', 'sendToReReview', 'Approver', 'objectionPartlyUpheld'),
        { code, variables: { rule: 'A22', guard: 'objectionPartlyUpheld' } },
      ],
      [
        'sent back to judges whom nobody named',
        without('UnderObjection', 'sendToReReview', 'Approver', 'threeOtherExpertsNamed'),
        { code, variables: { rule: 'A22', guard: 'threeOtherExpertsNamed' } },
      ],
      [
        'back to the experts after the list was published',
        without('Selected', 'reopenReReview', 'Tabulator', 'notYetPublished'),
        { code, variables: { rule: 'A22r', guard: 'notYetPublished' } },
      ],
    ],
  );
});
