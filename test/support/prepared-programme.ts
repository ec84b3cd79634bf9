import { PrepareProgramme } from '../../src/programmes/prepare-programme.js';
import { PRESET_SOURCE } from '../../src/programmes/presets.js';
import { SaveLegalBasis } from '../../src/programmes/save-legal-basis.js';
import type { NewProgramme } from '../../src/programmes/prepare-programme.js';
import type { LegalBasisInput } from '../../src/programmes/save-legal-basis.js';
import type { Actor } from '../../src/web/actor.js';
import type { TestApp } from './test-app.js';

/** What the office states about a new programme; give what the case is about. */
export function newProgramme(over: Partial<NewProgramme> = {}): NewProgramme {
  return {
    name: '2026年网商评选',
    host: '测试主办单位',
    year: 2026,
    dataYear: 2025,
    scope: '全市网商',
    cycle: '每年一次',
    funds: '不收取任何费用',
    sourceId: PRESET_SOURCE,
    categories: ['G', 'Y', 'N'],
    openingDay: '2026-03-02',
    ...over,
  };
}

/** A programme in preparation, made from the preset by `registrar`. */
export async function prepared(
  app: TestApp,
  registrar: Actor,
  over: Partial<NewProgramme> = {},
): Promise<string> {
  const { programmeId } = await app.app.get(PrepareProgramme).run(registrar, newProgramme(over));
  return programmeId;
}

export function legalBasis(
  programmeId: string,
  over: Partial<LegalBasisInput> = {},
): LegalBasisInput {
  return {
    programmeId,
    number: over.version ? 1 : 0,
    version: 0,
    type: 'approvedDemonstration',
    approvingOrgan: '测试批准机关',
    documentNumber: '测政发〔2026〕1号',
    validFrom: '2026-01-01',
    validTo: '2026-12-31',
    scan: null,
    ...over,
  };
}

/** A prepared programme whose legal basis waits for the second person. */
export async function preparedWithBasis(
  app: TestApp,
  registrar: Actor,
  basis: Partial<LegalBasisInput> = {},
  over: Partial<NewProgramme> = {},
): Promise<string> {
  const programmeId = await prepared(app, registrar, over);
  await app.app.get(SaveLegalBasis).run(registrar, legalBasis(programmeId, basis));
  return programmeId;
}
