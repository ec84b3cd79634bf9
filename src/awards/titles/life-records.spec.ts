import { afterAll, beforeAll, describe } from '@jest/globals';
import { appointed } from '../../../test/support/award-steps.js';
import { type RecordCase, recordTable } from '../../../test/support/case-tables.js';
import { TitleSteps } from '../../../test/support/title-steps.js';
import type { RecordedEvent, SentMessage } from '../../../test/support/records.js';
import { TitleChange } from './title-change.entity.js';
import { TitleWarning } from './title-warning.entity.js';
import { Title } from './title.entity.js';
import { HandleChange } from './changes/handle-change.js';
import { ReportChange } from './changes/report-change.js';
import { ExpireTitles } from './expire-titles.js';
import { ConfirmReviews } from './reviews/confirm-reviews.js';
import { RecordPlaque } from './revocations/record-plaque.js';
import { StateCase } from './revocations/state-case.js';
import { DecideCure } from './warnings/decide-cure.js';
import { RemindWarned } from './warnings/remind-warned.js';

let life: TitleSteps;
beforeAll(async () => {
  life = await TitleSteps.open();
});
afterAll(() => life.app.stop());

type Given = Pick<RecordedEvent, 'event' | 'actorRole' | 'details'>;
const ofTitle = (given: Given): RecordedEvent => ({ ...given, subjectType: 'title' });
const told = (given: { message: string }, to = 'Agent'): SentMessage => ({ ...given, to });
const one = (
  title: string,
  arrange: RecordCase[1],
  event: Given,
  ...messages: SentMessage[]
): RecordCase => [title, arrange, { events: [ofTitle(event)], messages }];
const app = () => life.app;
const expire = () => () => life.app.app.get(ExpireTitles).run();
const started = {
  event: 'title.startReview',
  details: {
    from: 'Active',
    to: 'UnderReview',
    rule: 'T02',
    trigger: 'nameChange',
    year: null,
    dueOn: '2027-03-29',
  },
} as const;

describe('a review', () => {
  const check = { asOf: '2027-03-01' };
  recordTable(app, [
    one(
      'that opened by itself, once',
      () => async () => {
        await life.openYearly();
        await life.openYearly();
      },
      {
        ...started,
        actorRole: 'System',
        details: { ...started.details, trigger: 'yearly', year: 2026 },
      },
      told({ message: 'title.reviewOpened' }),
    ),
    one(
      'that somebody opened',
      () => () => life.review(),
      { ...started, actorRole: 'CityRegistrar' },
      told({ message: 'title.reviewOpened' }),
    ),
    one(
      'that was checked',
      async () => {
        await life.openYearly();
        return () => life.check();
      },
      {
        event: 'title.check',
        actorRole: 'Verifier',
        details: {
          review: '<id>',
          creditAsOf: check.asOf,
          creditHit: null,
          eligibility: 'met',
          complaints: 'none',
        },
      },
    ),
    one(
      'that a second person confirmed',
      async () => {
        await life.fileReturn();
        await life.openYearly();
        await life.check();
        return () => life.app.app.get(ConfirmReviews).run(life.people.registrar, [life.id]);
      },
      {
        event: 'title.confirm',
        actorRole: 'CityRegistrar',
        details: { from: 'UnderReview', to: 'Active', rule: 'T03', review: '<id>' },
      },
      told({ message: 'title.confirmed' }),
    ),
  ]);
});

describe('a warning', () => {
  const decide = (decision: 'lift' | 'insufficient') => () =>
    life.app.app
      .get(DecideCure)
      .run(life.people.approver, { titleId: life.id, decision, reason: '已核对。' });
  const remind = { warning: '<id>', termEndsOn: '2027-05-24' };
  recordTable(app, [
    one(
      'with its term',
      async () => {
        await life.openYearly();
        await life.check();
        return () => life.warn();
      },
      {
        event: 'title.warn',
        actorRole: 'Approver',
        details: {
          from: 'UnderReview',
          to: 'Warned',
          rule: 'T04',
          review: '<id>',
          ground: 'returnMissing',
          termEndsOn: '2027-05-24',
        },
      },
      told({ message: 'title.warned' }),
    ),
    one(
      'that the registrar calls to mind',
      async () => {
        await life.toWarning();
        life.moveTo('2027-03-08');
        return () => life.app.app.get(RemindWarned).run(life.people.registrar, life.id);
      },
      { event: 'title.remind', actorRole: 'CityRegistrar', details: remind },
      told({ message: 'title.reminded' }),
    ),
    one(
      'that is near its end, once in five working days',
      async () => {
        await life.toWarning();
        return async () => {
          for (const day of ['2027-05-07', '2027-05-10', '2027-05-14']) {
            life.moveTo(day);
            await life.app.app.get(RemindWarned).remindOwed();
          }
        };
      },
      { event: 'title.remind', actorRole: 'System', details: remind },
      told({ message: 'title.reminded' }),
    ),
    one(
      'whose fault is reported as repaired',
      async () => {
        await life.toWarning('V3');
        return () => life.cure();
      },
      {
        event: 'title.fileCure',
        actorRole: 'Agent',
        details: { warning: '<id>', cure: '<hash>' },
      },
      told({ message: 'title.cureFiled' }, 'Approver'),
    ),
    one(
      'whose repair is not enough',
      async () => {
        await life.toWarning('V3');
        await life.cure();
        return decide('insufficient');
      },
      {
        event: 'title.declineCure',
        actorRole: 'Approver',
        details: { warning: '<id>', reason: '<hash>' },
      },
      told({ message: 'title.cureInsufficient' }),
    ),
    one(
      'that was lifted',
      async () => {
        await life.toWarning('V3');
        await life.cure();
        return decide('lift');
      },
      {
        event: 'title.liftWarning',
        actorRole: 'Approver',
        details: { from: 'Warned', to: 'Active', rule: 'T05', warning: '<id>' },
      },
      told({ message: 'title.warningLifted' }),
    ),
  ]);
});

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
    one(
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
    one(
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
    one(
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
    one(
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

describe('a reported change', () => {
  const happenedOn = '2027-02-22';
  const report = (kind: 'name' | 'shopClosure') => () =>
    life.app.app
      .get(ReportChange)
      .run(life.people.holder, { kind, happenedOn, text: '名称已经变更。' });
  const handle = async (answer: 'note' | 'review') => {
    await report('name')();
    const { id } = (await life.app.database.repo(TitleChange).find())[0]!;
    const given = { changeId: id, answer, reply: '已收到，按规定办理。' };
    return () => life.app.app.get(HandleChange).run(life.people.registrar, given);
  };
  const handled = (answer: string): RecordedEvent => ({
    event: 'titleChange.handle',
    actorRole: 'CityRegistrar',
    subjectType: 'titleChange',
    details: { answer, reply: '<hash>' },
  });
  recordTable(app, [
    [
      'for the registrar',
      () => report('name'),
      {
        events: [
          {
            event: 'titleChange.report',
            actorRole: 'Agent',
            subjectType: 'titleChange',
            details: { kind: 'name', happenedOn, dueOn: '2027-03-08', text: '<hash>' },
          },
        ],
        messages: [told({ message: 'title.changeReported' }, 'CityRegistrar')],
      },
    ],
    [
      'that was noted',
      () => handle('note'),
      { events: [handled('note')], messages: [told({ message: 'title.changeHandled' })] },
    ],
    [
      'after which the titles are looked at',
      () => handle('review'),
      {
        events: [ofTitle({ ...started, actorRole: 'CityRegistrar' }), handled('review')],
        messages: [
          told({ message: 'title.changeHandled' }),
          told({ message: 'title.reviewOpened' }),
        ],
      },
    ],
  ]);
});

describe('the end of a title', () => {
  const expired = (from: string) =>
    ({
      event: 'title.expire',
      actorRole: 'System',
      details: { from, to: 'Expired', rule: 'T08' },
    }) as const;
  const told60 = async () => {
    await life.app.database.repo(Title).update(life.id, { endAnnouncedOn: '2029-04-01' });
  };
  recordTable(app, [
    one(
      'that is sixty days away, told once',
      () => async () => {
        for (const day of ['2029-03-31', '2029-04-01', '2029-05-31']) {
          life.moveTo(day);
          await expire()();
        }
      },
      {
        event: 'title.announceEnd',
        actorRole: 'System',
        details: { validTo: '2029-05-31' },
      },
      told({ message: 'title.ending' }),
    ),
    one(
      'by itself, once, on the day after its last',
      async () => {
        await told60();
        life.moveTo('2029-06-01');
        return async () => {
          await expire()();
          await expire()();
        };
      },
      expired('Active'),
      told({ message: 'title.expired' }),
    ),
    [
      'of none that was revoked or has ended',
      async () => {
        await told60();
        life.moveTo('2029-06-01');
        return async () => {
          for (const state of ['Revoked', 'Expired'] as const) {
            await life.put(state);
            await expire()();
          }
        };
      },
      { guard: 'validityEnded', events: [], messages: [] },
    ],
    one(
      'of one whose return came too late',
      async () => {
        await life.toWarning();
        await told60();
        await life.app.database.repo(TitleWarning).update({ titleId: life.id }, { cure: null });
        life.moveTo('2029-06-01');
        return expire();
      },
      expired('Warned'),
      told({ message: 'title.expired' }),
    ),
  ]);
});

// Somebody of the other house must not be told.
beforeAll(async () => {
  await appointed(life.app, 'Supervisor');
});
