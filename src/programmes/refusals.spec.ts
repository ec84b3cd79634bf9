import { afterAll, beforeAll, describe } from '@jest/globals';
import { acting } from '../../test/support/acting.js';
import { refusalTable } from '../../test/support/case-tables.js';
import {
  newProgramme,
  legalBasis,
  prepared,
  preparedWithBasis,
} from '../../test/support/prepared-programme.js';
import { loadWorkingDays, makeProgramme } from '../../test/support/programme.js';
import { missingIn, staleIn } from '../../test/support/refusals.js';
import { TestApp } from '../../test/support/test-app.js';
import { newId } from '../database/new-id.js';
import { ApproveLegalBasis } from './approve-legal-basis.js';
import { EditProgramme } from './edit-programme.js';
import { type NewProgramme, PrepareProgramme } from './prepare-programme.js';
import { Programme } from './programme.entity.js';
import { type LegalBasisInput, SaveLegalBasis } from './save-legal-basis.js';

let app: TestApp;
const registrar = acting('CityRegistrar');
const approver = acting('Approver');
const both = { ...acting('Approver'), duties: [...registrar.duties, ...approver.duties] };
beforeAll(async () => {
  app = await TestApp.start();
  app.clock.moveTo('2026-02-02T02:00:00.000Z');
  await loadWorkingDays(app);
});
afterAll(() => app.stop());

const prepare = (over: Partial<NewProgramme>, actor = registrar) =>
  app.app.get(PrepareProgramme).run(actor, newProgramme(over));
const edit = (programmeId: string, over: Partial<NewProgramme> = {}, version = 1) =>
  app.app.get(EditProgramme).run(registrar, { ...newProgramme(over), programmeId, version });
const saveBasis = (programmeId: string, over: Partial<LegalBasisInput> = {}, actor = registrar) =>
  app.app.get(SaveLegalBasis).run(actor, legalBasis(programmeId, over));
const approve = (programmeId: string, given: object = {}, actor = approver) =>
  app.app
    .get(ApproveLegalBasis)
    .run(actor, { programmeId, number: 1, version: 1, wordingAccepted: false, ...given });
const announced = async () => (await makeProgramme(app, 'Announced')).id;

describe('a new programme', () => {
  refusalTable(
    () => app,
    [
      ['somebody without the duty', () => () => prepare({}, approver), missingIn('acting-role')],
      [
        'a name that claims more than a city',
        () => () => prepare({ name: '全国网商评选' }),
        { code: 'programmes.refused.nameBarred', field: 'name', variables: { words: '全国' } },
      ],
      [
        'figures of its own year',
        () => () => prepare({ dataYear: 2026 }),
        { code: 'programmes.refused.dataYear', field: 'dataYear' },
      ],
      [
        'no category',
        () => () => prepare({ categories: [] }),
        { code: 'programmes.refused.noCategory', field: 'categories' },
      ],
      [
        'an earlier one that has no rules',
        async () => {
          const sourceId = await announced();
          await app.database.repo(Programme).update({ id: sourceId }, { ruleVersionId: null });
          return () => prepare({ sourceId });
        },
        { code: 'programmes.refused.noRules', field: 'sourceId' },
      ],
      [
        'an earlier one that nobody prepared',
        () => () => prepare({ sourceId: newId() }),
        missingIn('programme.queries'),
      ],
    ],
  );
});

describe('a change of a programme', () => {
  refusalTable(
    () => app,
    [
      ['one nobody prepared', () => () => edit(newId()), missingIn('database')],
      [
        'one that is announced',
        async () => {
          const id = await announced();
          return () => edit(id);
        },
        { code: 'programmes.refused.announced', kind: 'conflict' },
      ],
      [
        'one that somebody saved meanwhile',
        async () => {
          const id = await prepared(app, registrar);
          await edit(id, { scope: '市区网商' });
          return () => edit(id);
        },
        staleIn('load-programme'),
      ],
      [
        'a barred name',
        async () => {
          const id = await prepared(app, registrar);
          return () => edit(id, { name: '中国网商评选' });
        },
        { code: 'programmes.refused.nameBarred', field: 'name' },
      ],
    ],
  );
});

describe('a legal basis', () => {
  const onPrepared = (over: Partial<LegalBasisInput>) => async () => {
    const id = await prepared(app, registrar);
    return () => saveBasis(id, over);
  };
  refusalTable(
    () => app,
    [
      [
        'a number that is none',
        onPrepared({ documentNumber: '一号文件' }),
        { code: 'identifiers.documentNumber.form', field: 'documentNumber' },
      ],
      [
        'an end before the beginning',
        onPrepared({ validFrom: '2026-12-31', validTo: '2026-12-30' }),
        { code: 'calendar.periodReversed', field: 'validTo' },
      ],
      [
        'one that ended yesterday',
        onPrepared({ validTo: '2026-02-01' }),
        { code: 'programmes.refused.basisExpired', field: 'validTo' },
      ],
      ['one that is not there yet', onPrepared({ version: 1 }), staleIn('save-legal-basis')],
      [
        'one that somebody saved meanwhile',
        async () => {
          const id = await preparedWithBasis(app, registrar);
          return () => saveBasis(id);
        },
        staleIn('save-legal-basis'),
      ],
      [
        'a programme that is over',
        async () => {
          const { id } = await makeProgramme(app, 'Archived');
          return () => saveBasis(id, { version: 1 });
        },
        { code: 'programmes.refused.over', kind: 'conflict' },
      ],
      [
        'a renewal that somebody recorded meanwhile',
        async () => {
          const id = await announced();
          await saveBasis(id, { version: 1 });
          return () => saveBasis(id, { version: 1 });
        },
        staleIn('save-legal-basis'),
      ],
      [
        'an approval of the basis before, when its renewal waits',
        async () => {
          const id = await announced();
          await saveBasis(id, { version: 1 });
          return () => approve(id);
        },
        staleIn('approve-legal-basis'),
      ],
      [
        'an approval of one nobody recorded',
        async () => {
          const id = await prepared(app, registrar);
          return () => approve(id);
        },
        missingIn('approve-legal-basis'),
      ],
      [
        'an approval of what somebody changed meanwhile',
        async () => {
          const id = await preparedWithBasis(app, registrar);
          await saveBasis(id, { version: 1, approvingOrgan: '另一机关' });
          return () => approve(id);
        },
        staleIn('approve-legal-basis'),
      ],
      [
        'an approval by the person who recorded it',
        async () => {
          const id = await preparedWithBasis(app, both);
          return () => approve(id, {}, both);
        },
        { code: 'forbiddenPair.firstSecondPerson' },
      ],
      [
        'a demonstration on a professional grading until the approver has read it',
        async () => {
          const name = '2026年示范网商评选';
          const type = 'professionalGrading';
          const id = await preparedWithBasis(app, registrar, { type }, { name });
          return () => approve(id);
        },
        { code: 'programmes.refused.nameFlagged', field: 'wordingAccepted' },
      ],
    ],
  );
});
