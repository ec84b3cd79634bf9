import { afterAll, beforeAll, describe } from '@jest/globals';
import { appointed } from '../../../../test/support/award-steps.js';
import { recordTable } from '../../../../test/support/case-tables.js';
import { type RecordedEvent } from '../../../../test/support/records.js';
import { ofTitle, recorded, told } from '../../../../test/support/title-cases.js';
import { TitleSteps } from '../../../../test/support/title-steps.js';
import { RecordPlaque } from './record-plaque.js';
import { StateCase } from './state-case.js';

let life: TitleSteps;
beforeAll(async () => {
  life = await TitleSteps.open();
  await appointed(life.app, 'Supervisor');
});
afterAll(() => life.app.stop());

const app = () => life.app;

describe('a revocation', () => {
  const checkpoint = told({ message: 'checkpoint.publication' }, 'Supervisor');
  const prepared = (kind: string): RecordedEvent => ({
    event: 'notice.prepare',
    actorRole: 'Approver',
    subjectType: 'noticeDraft',
    details: { kind, hash: '<hash>', list: null, number: null },
  });
  const posted = (kind: string): RecordedEvent => ({
    event: 'notice.post',
    actorRole: 'Publisher',
    subjectType: 'notice',
    details: { kind, hash: '<hash>', number: null },
  });
  const decided = { revocation: '<id>', reason: '<hash>' };
  const toPublisher = told({ message: 'noticePrepared' }, 'Publisher');
  recordTable(app, [
    recorded(
      'that is proposed',
      () => () => life.propose(),
      {
        event: 'title.proposeRevocation',
        actorRole: 'CityRegistrar',
        details: {
          revocation: '<id>',
          ground: 'V2',
          facts: '<hash>',
          statementDueOn: '2027-03-08',
        },
      },
      told({ message: 'title.revocationProposed' }),
    ),
    recorded(
      'against which the holder states its case',
      async () => {
        await life.propose();
        const statement = { titleId: life.id, statement: '该记录已经移出名单，附证明。' };
        return () => life.app.app.get(StateCase).run(life.people.holder, statement);
      },
      {
        event: 'title.stateCase',
        actorRole: 'Agent',
        details: { revocation: '<id>', statement: '<hash>' },
      },
      told({ message: 'title.caseStated' }, 'Approver'),
    ),
    [
      'that was decided: a notice is prepared and the title is as before',
      async () => {
        await life.propose();
        life.moveTo('2027-03-09');
        return () => life.decide();
      },
      {
        events: [
          prepared('revocation'),
          ofTitle({ event: 'title.decideRevocation', actorRole: 'Approver', details: decided }),
        ],
        messages: [toPublisher],
      },
    ],
    recorded(
      'that was declined',
      async () => {
        await life.propose();
        life.moveTo('2027-03-09');
        return () => life.decide('keep');
      },
      { event: 'title.declineRevocation', actorRole: 'Approver', details: decided },
      told({ message: 'title.kept' }),
    ),
    [
      'with the posting of its notice',
      async () => {
        const draft = await life.toDecision();
        return () => life.post(draft);
      },
      {
        events: [
          ofTitle({
            event: 'title.revoke',
            actorRole: 'Publisher',
            details: {
              from: 'Active',
              to: 'Revoked',
              rule: 'T07',
              revocation: '<id>',
              ground: 'V2',
              notice: '<id>',
            },
          }),
          posted('revocation'),
        ],
        messages: [checkpoint, told({ message: 'title.revoked' })],
      },
    ],
    [
      'of a warned title whose term is over',
      async () => {
        await life.toWarning();
        life.moveTo('2027-05-25');
        await life.propose('notRepaired');
        life.moveTo('2027-06-02');
        const draft = (await life.decide())!;
        return () => life.post(draft);
      },
      {
        events: [
          ofTitle({
            event: 'title.revokeAfterWarning',
            actorRole: 'Publisher',
            details: {
              from: 'Warned',
              to: 'Revoked',
              rule: 'T06',
              revocation: '<id>',
              ground: 'notRepaired',
              notice: '<id>',
            },
          }),
          posted('revocation'),
        ],
        messages: [checkpoint, told({ message: 'title.revoked' })],
      },
    ],
    recorded(
      'whose plaque came back',
      async () => {
        await life.toRevoked();
        const back = { titleId: life.id, returnedOn: '2027-03-09', note: '牌匾一块' };
        return () => life.app.app.get(RecordPlaque).run(life.people.registrar, back);
      },
      {
        event: 'title.recordPlaque',
        actorRole: 'CityRegistrar',
        details: { returnedOn: '2027-03-09' },
      },
    ),
    [
      'that a court annulled: again a notice is prepared',
      async () => {
        await life.toRevoked();
        return () => life.annul();
      },
      {
        events: [
          prepared('restoration'),
          ofTitle({
            event: 'title.annulRevocation',
            actorRole: 'Approver',
            details: {
              revocation: '<id>',
              organ: '市中级人民法院',
              number: '（2027）浙08行终1号',
            },
          }),
        ],
        messages: [toPublisher],
      },
    ],
    [
      'that was annulled, with the posting of the notice',
      async () => {
        await life.toRevoked();
        const draft = await life.annul();
        return () => life.post(draft);
      },
      {
        events: [
          ofTitle({
            event: 'title.restore',
            actorRole: 'Publisher',
            details: {
              from: 'Revoked',
              to: 'Active',
              rule: 'T09',
              revocation: '<id>',
              notice: '<id>',
            },
          }),
          posted('restoration'),
        ],
        messages: [checkpoint, told({ message: 'title.restored' })],
      },
    ],
  ]);
});
