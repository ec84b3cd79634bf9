import { Account } from '../../src/accounts/account.entity.js';
import type { Config } from '../../src/config/config.js';
import { CONFIG } from '../../src/config/config.module.js';
import { newId } from '../../src/database/new-id.js';
import { Sealer } from '../../src/database/sealed.js';
import { Draw } from '../../src/judging/draws/draw.entity.js';
import { Expert } from '../../src/judging/experts/expert.entity.js';
import { verifiedApplication } from './judging.js';
import { type Person, office } from './people.js';
import { type TestProgramme, loadWorkingDays, makeProgramme } from './programme.js';
import type { TestApp } from './test-app.js';
import type { Visitor } from './visitor.js';

export interface DrawCast {
  readonly programme: TestProgramme;
  readonly registrar: Person;
  readonly supervisor: Person;
  readonly approver: Person;
}

export const WITNESS = '烂柯山下一局棋，胜负未分';
let pooled = 0;
const FIELDS = ['电子商务', '财务审计', '农业技术'];
const DIVISIONS = ['330802', null, '330803', null, '330881', null];

/** A programme that draws its judges, two applications of G to judge, and the people of the meeting. */
export async function drawCast(app: TestApp): Promise<DrawCast> {
  await loadWorkingDays(app);
  const programme = await makeProgramme(app, 'Drawing');
  await verifiedApplication(app, programme, 'G');
  await verifiedApplication(app, programme, 'G');
  const [registrar, supervisor, approver] = await Promise.all([
    office(app, 'CityRegistrar'),
    office(app, 'Supervisor'),
    office(app, 'Approver'),
  ]);
  return { programme, registrar, supervisor, approver };
}

/** Experts of three fields from four divisions and outside, each of an organisation of their own. */
export async function drawPool(app: TestApp, count: number): Promise<string[]> {
  const sealer = new Sealer(app.app.get<Config>(CONFIG).secret);
  const ids: string[] = [];
  for (let index = 0; index < count; index += 1) {
    const [accountId, id] = [newId(), newId()];
    const mobile = `137${String((pooled += 1)).padStart(8, '0')}`;
    const name = `专家${String.fromCodePoint(0x4e00 + index)}`;
    await app.database.repo(Account).insert({
      id: accountId,
      kind: 'judge',
      mobileLookup: sealer.lookup(mobile),
      mobileSealed: sealer.seal(mobile),
      personName: name,
      passwordHash: '',
      mustChangePassword: true,
      createdAt: app.clock.now(),
    });
    await app.database.repo(Expert).insert({
      id,
      accountId,
      name,
      field: FIELDS[index % FIELDS.length]!,
      organisation: `抽签单位${pooled}`,
      organisationType: 'university',
      divisionCode: DIVISIONS[index % DIVISIONS.length]!,
      categories: ['G'],
      active: true,
      addedAt: app.clock.now(),
    });
    ids.push(id);
  }
  return ids;
}

export const terms = {
  panelSize: '5',
  alternates: '3',
  perDivision: '2',
  fields: '电子商务 2\n财务审计 1\n农业技术：0',
};

/** Begins a draw of G through the page. @returns its path */
export async function begin({ registrar, programme }: DrawCast): Promise<string> {
  const { visitor } = registrar;
  await visitor.get('/office/draws');
  await visitor.submit('/office/draws', { categoryId: programme.categoryIds.G! });
  return visitor.path;
}

export async function step(
  visitor: Visitor,
  path: string,
  action: string,
  fields: Record<string, string> = {},
): Promise<Visitor> {
  await visitor.get(path);
  return visitor.submit(`${path}/${action}`, fields);
}

/** From the frozen list to the reveal, as the two people do it. @returns the path of the draw */
export async function drawnPanel(cast: DrawCast, fields = terms.fields): Promise<string> {
  const { registrar, supervisor } = cast;
  const path = await begin(cast);
  await step(registrar.visitor, path, 'terms', { ...terms, fields });
  await step(registrar.visitor, path, 'freezing');
  await finish(registrar.visitor, supervisor.visitor, path);
  return path;
}

/** Commitment, witness and reveal of a frozen draw. */
export async function finish(registrar: Visitor, supervisor: Visitor, path: string): Promise<void> {
  await step(registrar, path, 'commitment');
  await step(supervisor, path, 'witness', { witness: WITNESS });
  await step(registrar, path, 'reveal', { present: '登记员甲\n监督员乙' });
}

export function storedDraw(app: TestApp, path: string): Promise<Draw> {
  return app.database.repo(Draw).findOneByOrFail({ id: path.split('/').at(-1)! });
}

/** A step that the page does not offer now, sent all the same. */
export async function forcedStep(
  visitor: Visitor,
  path: string,
  action: string,
  fields: Record<string, string> = {},
): Promise<Visitor> {
  await visitor.get('/account/password');
  return visitor.post(`${path}/${action}`, { _csrf: visitor.token, ...fields });
}

/** A forced step that must change nothing. @returns status and sentences of the answer */
export async function refusedStep(
  app: TestApp,
  visitor: Visitor,
  path: string,
  action: string,
  fields: Record<string, string> = {},
): Promise<(number | string)[]> {
  const before = JSON.stringify(await storedDraw(app, path));
  await forcedStep(visitor, path, action, fields);
  if (JSON.stringify(await storedDraw(app, path)) !== before)
    throw new Error(`${action} went through`);
  return [visitor.status, ...visitor.errors];
}
