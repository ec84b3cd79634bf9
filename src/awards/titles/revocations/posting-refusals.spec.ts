import { afterAll, beforeAll, describe } from '@jest/globals';
import { refusalTable } from '../../../../test/support/case-tables.js';
import { TitleSteps } from '../../../../test/support/title-steps.js';

let life: TitleSteps;
beforeAll(async () => {
  life = await TitleSteps.open();
});
afterAll(() => life.app.stop());

const code = 'lifecycle.refused.guard';

/** A title lives on between the decision and the notice. */
describe('the notice of a revocation', () => {
  refusalTable(
    () => life.app,
    [
      [
        'whose fault was repaired after the decision',
        async () => {
          await life.toWarning();
          life.moveTo('2027-05-25');
          await life.propose('notRepaired');
          life.moveTo('2027-06-02');
          const draft = (await life.decide())!;
          await life.put('Active');
          return () => life.post(draft);
        },
        { code, variables: { rule: 'T07', guard: 'revocationGroundHolds' } },
      ],
      [
        'of a title that was warned after the decision, for another ground',
        async () => {
          const draft = await life.toDecision();
          await life.put('Warned');
          return () => life.post(draft);
        },
        { code, variables: { rule: 'T06', guard: 'notRepairedInTerm' } },
      ],
    ],
  );
});
