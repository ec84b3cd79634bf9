import { afterAll, beforeAll, describe, expect } from '@jest/globals';
import { acting } from '../../test/support/acting.js';
import { refusalTable } from '../../test/support/case-tables.js';
import { makeProgramme } from '../../test/support/programme.js';
import { TestApp } from '../../test/support/test-app.js';
import { Round } from './round.entity.js';
import { SetRounds } from './set-rounds.js';

let app: TestApp;
beforeAll(async () => {
  app = await TestApp.start();
});
afterAll(() => app.stop());

const repeating = async (kind: 'material' | 'defence', blind: boolean) => {
  const { id: programmeId, roundIds } = await makeProgramme(app, 'Announced');
  const id = roundIds[`G.${kind}`]!;
  const round = await app.database.repo(Round).findOneByOrFail({ id });
  const rounds = [Object.assign(round, { blind, repeats: true })];
  return () => app.app.get(SetRounds).run(acting('CityRegistrar'), { programmeId, rounds });
};
const refused = {
  code: 'programmes.refused.repeatsNotBlind',
  get field(): string {
    return expect.stringMatching(/\.repeats$/) as never;
  },
};

describe('a hidden repeat', () => {
  refusalTable(
    () => app,
    [
      ['where names are read', () => repeating('material', false), refused],
      ['in a defence, where everybody sees who it is', () => repeating('defence', true), refused],
    ],
  );
});
