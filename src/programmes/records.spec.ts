import { afterAll, beforeAll, describe } from '@jest/globals';
import { acting } from '../../test/support/acting.js';
import { recordTable } from '../../test/support/case-tables.js';
import { divisionPerson } from '../../test/support/people.js';
import {
  legalBasis,
  newProgramme,
  prepared,
  preparedWithBasis,
} from '../../test/support/prepared-programme.js';
import { loadWorkingDays, makeProgramme } from '../../test/support/programme.js';
import { TestApp } from '../../test/support/test-app.js';
import { RECOMMENDING_DIVISIONS } from '../rules/programme/recommending-divisions.js';
import { AnnounceProgramme } from './announce-programme.js';
import { ApproveLegalBasis } from './approve-legal-basis.js';
import { EditProgramme } from './edit-programme.js';
import { PlanCalendar } from './plan-calendar.js';
import { PrepareProgramme } from './prepare-programme.js';
import { SaveLegalBasis } from './save-legal-basis.js';
import { SaveRules } from './save-rules.js';
import { RuleVersion } from './rule-version.entity.js';

let app: TestApp;
const registrar = acting('CityRegistrar');
const approver = acting('Approver');
beforeAll(async () => {
  app = await TestApp.start();
  app.clock.moveTo('2026-02-02T02:00:00.000Z');
  await loadWorkingDays(app);
  for (const division of RECOMMENDING_DIVISIONS) {
    await divisionPerson(app, 'DivisionReviewer', division);
    await divisionPerson(app, 'DivisionApprover', division);
  }
}, 60_000);
afterAll(() => app.stop());

const silent = { messages: [] };
const programme = { actorRole: 'CityRegistrar', subjectType: 'programme' };
const basis = { actorRole: 'CityRegistrar', subjectType: 'legalBasis' };
const approve = (programmeId: string, wordingAccepted = false) =>
  app.app
    .get(ApproveLegalBasis)
    .run(approver, { programmeId, number: 1, version: 1, wordingAccepted });
const approved = async () => {
  const id = await preparedWithBasis(app, registrar);
  await approve(id);
  return id;
};
const edit = (programmeId: string, over: object) =>
  app.app.get(EditProgramme).run(registrar, { ...newProgramme(over), programmeId, version: 1 });
const edited = {
  event: 'programme.edit',
  ...programme,
  details: { hash: '<hash>', version: 2 },
};
const withdrawn = { event: 'legalBasis.withdrawApproval', ...basis, details: { version: 3 } };

describe('the preparation', () => {
  recordTable(
    () => app,
    [
      [
        'a new programme from the preset',
        () => () => app.app.get(PrepareProgramme).run(registrar, newProgramme()),
        {
          events: [
            {
              event: 'programme.prepare',
              ...programme,
              details: { copiedFrom: null, year: 2026, rules: '<hash>' },
            },
          ],
          ...silent,
        },
      ],
      [
        'a changed scope, which the approval does not cover',
        async () => {
          const id = await approved();
          return () => edit(id, { scope: '市区网商' });
        },
        { events: [edited], ...silent },
      ],
      ...(['name', 'host', 'cycle'] as const).map(
        (field) =>
          [
            `a changed ${field}, which takes the approval back`,
            async () => {
              const id = await approved();
              return () => edit(id, { [field]: '另一种写法' });
            },
            { events: [edited, withdrawn], ...silent },
          ] as const,
      ),
      [
        'a legal basis',
        async () => {
          const id = await prepared(app, registrar);
          return () => app.app.get(SaveLegalBasis).run(registrar, legalBasis(id));
        },
        {
          events: [
            {
              event: 'legalBasis.save',
              ...basis,
              details: { number: 1, type: 'approvedDemonstration', hash: '<hash>', version: 1 },
            },
          ],
          ...silent,
        },
      ],
      [
        'its approval by a second person',
        async () => {
          const id = await preparedWithBasis(app, registrar);
          return () => approve(id);
        },
        {
          events: [
            {
              event: 'legalBasis.approve',
              actorRole: 'Approver',
              subjectType: 'legalBasis',
              details: { number: 1, version: 2, wordingAccepted: false },
            },
          ],
          ...silent,
        },
      ],
      [
        'a renewal in the middle of a programme, which leaves the basis before as it is',
        async () => {
          const { id } = await makeProgramme(app, 'Open');
          const given = legalBasis(id, { version: 1, validTo: '2027-12-31' });
          return () => app.app.get(SaveLegalBasis).run(registrar, given);
        },
        {
          events: [
            {
              event: 'legalBasis.save',
              ...basis,
              details: { number: 2, type: 'approvedDemonstration', hash: '<hash>', version: 1 },
            },
          ],
          ...silent,
        },
      ],
      [
        'the approval of a renewal',
        async () => {
          const { id } = await makeProgramme(app, 'Open');
          const given = legalBasis(id, { version: 1, validTo: '2027-12-31' });
          await app.app.get(SaveLegalBasis).run(registrar, given);
          const seen = { programmeId: id, number: 2, version: 1, wordingAccepted: false };
          return () => app.app.get(ApproveLegalBasis).run(approver, seen);
        },
        {
          events: [
            {
              event: 'legalBasis.approve',
              actorRole: 'Approver',
              subjectType: 'legalBasis',
              details: { number: 2, version: 2, wordingAccepted: false },
            },
          ],
          ...silent,
        },
      ],
      [
        'a plan laid out from an opening day',
        async () => {
          const programmeId = await prepared(app, registrar);
          const given = { programmeId, version: 1, openingDay: '2026-03-09' };
          return () => app.app.get(PlanCalendar).run(registrar, given);
        },
        {
          events: [
            {
              event: 'programme.planCalendar',
              ...programme,
              details: { hash: '<hash>', version: 2 },
            },
          ],
          ...silent,
        },
      ],
      ...(
        [
          ['another quota', [-1]],
          ['a place moved to another category', [-1, 1]],
        ] as const
      ).map(
        ([what, moves]) =>
          [
            `rules with ${what}, which take the approval back`,
            async () => {
              const programmeId = await approved();
              const repo = app.database.repo(RuleVersion);
              const { rules, hash } = await repo.findOneByOrFail({ programmeId });
              const more = (at: number) => moves[at] ?? 0;
              const changed = {
                ...rules,
                categories: rules.categories.map((c, at) => ({ ...c, quota: c.quota + more(at) })),
                totalQuota: rules.totalQuota + more(0) + more(1),
              };
              const given = { programmeId, hash, rules: changed, reason: '' };
              return () => app.app.get(SaveRules).run(registrar, given);
            },
            {
              events: [
                {
                  event: 'ruleVersion.edit',
                  actorRole: 'CityRegistrar',
                  subjectType: 'ruleVersion',
                  details: { number: 1, rules: '<hash>', before: '<hash>' },
                },
                withdrawn,
              ],
              ...silent,
            },
          ] as const,
      ),
      [
        'the announcement, with the rules that are frozen by it',
        async () => {
          const programmeId = await approved();
          return () => app.app.get(AnnounceProgramme).run(approver, { programmeId, version: 1 });
        },
        {
          events: [
            {
              event: 'programme.announce',
              actorRole: 'Approver',
              subjectType: 'programme',
              details: {
                from: 'Preparing',
                to: 'Announced',
                rule: 'P01',
                ruleVersion: 1,
                rules: '<hash>',
              },
            },
          ],
          ...silent,
        },
      ],
    ],
  );
});
