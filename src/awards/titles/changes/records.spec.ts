import { afterAll, beforeAll, describe } from '@jest/globals';
import { appointed } from '../../../../test/support/award-steps.js';
import { recordTable } from '../../../../test/support/case-tables.js';
import { type RecordedEvent } from '../../../../test/support/records.js';
import { ofTitle, reviewStarted, told } from '../../../../test/support/title-cases.js';
import { TitleSteps } from '../../../../test/support/title-steps.js';
import { HandleChange } from './handle-change.js';
import { ReportChange } from './report-change.js';
import { TitleChange } from '../title-change.entity.js';

let life: TitleSteps;
beforeAll(async () => {
  life = await TitleSteps.open();
  await appointed(life.app, 'Supervisor');
});
afterAll(() => life.app.stop());

const app = () => life.app;

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
        events: [
          ofTitle({
            event: 'title.startReview',
            actorRole: 'CityRegistrar',
            details: reviewStarted,
          }),
          handled('review'),
        ],
        messages: [
          told({ message: 'title.changeHandled' }),
          told({ message: 'title.reviewOpened' }),
        ],
      },
    ],
  ]);
});
