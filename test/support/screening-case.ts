import { merchantPerson, office } from './people.js';
import { type TestProgramme, loadWorkingDays, makeProgramme } from './programme.js';
import { makeSubmitted } from './submitted-application.js';
import { TestApp } from './test-app.js';

/** The day of the screening. */
export const today = '2026-11-02';

export interface ScreeningCase {
  readonly app: TestApp;
  readonly programme: TestProgramme;
  readonly id: string;
}

/** One recommended application that waits for its screening, with everybody who hears of it. */
export async function openScreening(): Promise<ScreeningCase> {
  const app = await TestApp.start();
  app.clock.moveTo(`${today}T02:00:00.000Z`);
  await loadWorkingDays(app);
  const programme = await makeProgramme(app, 'Screening');
  const made = await makeSubmitted(app, programme, { state: 'Recommended', name: '柑橘小店' });
  await merchantPerson(app, made.merchantId);
  for (const role of ['Screener', 'Verifier', 'Approver', 'CityRegistrar'] as const) {
    await office(app, role);
  }
  return { app, programme, id: made.id };
}
