import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { PRESET_NOW } from '../../seeds/reference/rule-sets/preset-now.js';
import { acting } from '../../test/support/acting.js';
import { recordTable } from '../../test/support/case-tables.js';
import { loadWorkingDays, makeProgramme } from '../../test/support/programme.js';
import { makeSubmitted } from '../../test/support/submitted-application.js';
import { TestApp } from '../../test/support/test-app.js';
import { hashOf } from '../rules/provenance/sha256-hex.js';
import { CloseApplications } from './close-applications.js';
import { ExtensionOrder } from './extension-order.entity.js';
import { type NewExtension, OrderExtension } from './order-extension.js';
import { RecordStep } from './record-step.js';
import { Round } from './round.entity.js';
import { SaveRules } from './save-rules.js';
import { SetRounds } from './set-rounds.js';
import { StepProgramme } from './step-programme.js';

let app: TestApp;
const registrar = acting('CityRegistrar');
beforeAll(async () => {
  app = await TestApp.start();
  app.clock.moveTo('2026-09-10T02:00:00.000Z');
  await loadWorkingDays(app);
});
afterAll(() => app.stop());

const silent = { messages: [] };
const programme = { actorRole: 'CityRegistrar', subjectType: 'programme' };
const extend = (
  programmeId: string,
  given: Pick<NewExtension, 'scope'> & Partial<NewExtension> = { scope: 'all' },
) =>
  app.app.get(OrderExtension).run(registrar, {
    programmeId,
    phase: 'Open',
    divisionCode: null,
    applicationId: null,
    newDrafts: true,
    newLastDay: '2026-10-12',
    reason: '系统停机一天',
    ...given,
  });
const ordered = (scope: string, scopeId: string | null, newDrafts = true) => ({
  event: 'extensionOrder.order',
  actorRole: 'CityRegistrar',
  subjectType: 'extensionOrder',
  details: {
    phase: 'Open',
    scope,
    scopeId,
    before: '2026-09-30',
    newLastDay: '2026-10-12',
    newDrafts,
  },
});
const close = (programmeId: string) => app.app.get(CloseApplications).run(programmeId);
const closed = {
  event: 'programme.closeApplications',
  actorRole: 'System',
  subjectType: 'programme',
  details: { from: 'Open', to: 'DivisionReview', rule: 'P03' },
};

describe('a running programme', () => {
  recordTable(
    () => app,
    [
      [
        'an extension for all',
        async () => {
          const { id } = await makeProgramme(app, 'Open');
          return () => extend(id);
        },
        { events: [ordered('all', null)], ...silent },
      ],
      [
        'an extension for one division',
        async () => {
          const { id } = await makeProgramme(app, 'Open');
          return () => extend(id, { scope: 'division', divisionCode: '330802' });
        },
        { events: [ordered('division', '330802')], ...silent },
      ],
      [
        'an extension for one applicant of several',
        async () => {
          const opened = await makeProgramme(app, 'Open');
          await makeSubmitted(app, opened, { name: '甲' });
          const { id: applicationId } = await makeSubmitted(app, opened, { name: '乙' });
          return () => extend(opened.id, { scope: 'application', applicationId });
        },
        { events: [ordered('application', '<id>', false)], ...silent },
      ],
      [
        'the close of the applications at the deadline',
        async () => {
          const { id } = await makeProgramme(app, 'Open');
          app.clock.moveTo('2026-09-30T16:00:00.000Z');
          return () => close(id);
        },
        { events: [closed], ...silent },
      ],
      [
        'rules added after the announcement, as a version of their own',
        async () => {
          const { id: programmeId } = await makeProgramme(app, 'Announced');
          const reference = { ...PRESET_NOW.reference, applicationDeadline: '2026-09-29' };
          const rules = { ...PRESET_NOW, reference };
          const given = { programmeId, hash: hashOf(PRESET_NOW), rules, reason: '按纪要调整' };
          return () => app.app.get(SaveRules).run(registrar, given);
        },
        {
          events: [
            {
              event: 'ruleVersion.add',
              actorRole: 'CityRegistrar',
              subjectType: 'ruleVersion',
              details: { number: 2, rules: '<hash>', before: '<hash>' },
            },
          ],
          ...silent,
        },
      ],
      [
        'the days of a round',
        async () => {
          const { id: programmeId, roundIds } = await makeProgramme(app, 'Announced');
          const id = roundIds['G.material']!;
          const round = await app.database.repo(Round).findOneByOrFail({ id });
          const rounds = [Object.assign(round, { blind: true, closesOn: '2026-11-24' })];
          return () => app.app.get(SetRounds).run(registrar, { programmeId, rounds });
        },
        {
          events: [
            {
              event: 'round.edit',
              actorRole: 'CityRegistrar',
              subjectType: 'round',
              details: {
                blind: true,
                repeats: false,
                otherScores: 'never',
                opensOn: '2026-11-09',
                closesOn: '2026-11-24',
              },
            },
          ],
          ...silent,
        },
      ],
      [
        'nothing of a round that stays as it is, not even of one that has begun',
        async () => {
          const { id: programmeId, roundIds } = await makeProgramme(app, 'MaterialReview');
          const id = roundIds['G.material']!;
          await app.database.repo(Round).update({ id }, { state: 'Open' });
          const rounds = [await app.database.repo(Round).findOneByOrFail({ id })];
          return () => app.app.get(SetRounds).run(registrar, { programmeId, rounds });
        },
        { events: [], ...silent },
      ],
      [
        'a fact that people attest, without its words',
        async () => {
          const { id: programmeId } = await makeProgramme(app, 'Drawing');
          const given = { programmeId, guard: 'drawRecordSigned', text: '双方已签字。' };
          return () => app.app.get(RecordStep).run(registrar, given);
        },
        {
          events: [
            {
              event: 'programme.record',
              ...programme,
              details: { guard: 'drawRecordSigned', state: 'Drawing', text: '<hash>' },
            },
          ],
          ...silent,
        },
      ],
      [
        'a step',
        async () => {
          const { id: programmeId } = await makeProgramme(app, 'DivisionReview');
          const given = { programmeId, event: 'startScreening' };
          return () => app.app.get(StepProgramme).run(registrar, given);
        },
        {
          events: [
            {
              event: 'programme.startScreening',
              ...programme,
              details: { from: 'DivisionReview', to: 'Screening', rule: 'P04' },
            },
          ],
          ...silent,
        },
      ],
    ],
  );

  test('the extension of one applicant is for that one', async () => {
    const opened = await makeProgramme(app, 'Open');
    const ids = [];
    for (const name of ['甲', '乙']) ids.push((await makeSubmitted(app, opened, { name })).id);
    for (const applicationId of ids) {
      await extend(opened.id, { scope: 'application', applicationId });
      const where = { programmeId: opened.id, scopeId: applicationId };
      expect(await app.database.repo(ExtensionOrder).countBy(where)).toBe(1);
    }
  });
});
