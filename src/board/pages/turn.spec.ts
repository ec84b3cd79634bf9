import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { issueSheet } from '../../../test/support/evidence.js';
import { seatPanel, verifiedApplication } from '../../../test/support/judging.js';
import { type Person, office } from '../../../test/support/people.js';
import { loadWorkingDays, makeProgramme } from '../../../test/support/programme.js';
import { TestApp } from '../../../test/support/test-app.js';
import { Application } from '../../applications/application.entity.js';
import { ProgrammeGuards } from '../../programmes/programme-guards.js';
import { waitingActs } from '../../rules/guards/waiting-acts.js';
import { PROGRAMME_STATES, type ProgrammeState } from '../../rules/lifecycle/programme-states.js';
import type { Role } from '../../rules/lifecycle/roles.js';

const roles = [
  'CityRegistrar',
  'Screener',
  'Verifier',
  'Tabulator',
  'Approver',
  'Publisher',
  'Supervisor',
] as const satisfies readonly Role[];

let app: TestApp;
const people = new Map<Role, Person>();
beforeAll(async () => {
  app = await TestApp.start({ DEMO: 'on' });
  app.clock.moveTo('2026-09-28T01:00:00.000Z');
  await loadWorkingDays(app);
  for (const role of roles) people.set(role, await office(app, role));
});
afterAll(() => app.stop());

/** What each role reads under 现在要办, with the links. */
async function boards(programmeId: string) {
  const read = new Map<Role, readonly (readonly [string, string])[]>();
  for (const [role, { visitor }] of people) {
    await visitor.get(`/office?programme=${programmeId}`);
    expect(visitor.status).toBe(200);
    const links = visitor.page.querySelectorAll('.next-action .task a');
    read.set(
      role,
      links.map((link) => [link.text.trim(), link.getAttribute('href')!]),
    );
  }
  return read;
}

/** What runs beside it would be told on its board as well. */
const alone = ({ id }: { readonly id: string }) =>
  app.database.execute("UPDATE programme SET state = 'Archived' WHERE id <> ?", [id]);

const states = PROGRAMME_STATES.filter((state) => state !== 'Archived' && state !== 'Cancelled');

describe('the board of every state', () => {
  it.each(states)('%s: whoever is next reads it, and every link opens', async (state) => {
    const programme = await makeProgramme(app, state);
    await alone(programme);
    const { applicationId } = await verifiedApplication(app, programme, 'G');
    await app.database.repo(Application).update(applicationId, applicationState(state));
    const findings = await app.app.get(ProgrammeGuards).findings(programme.id);
    const acts = waitingActs(state, findings);
    const read = await boards(programme.id);
    for (const { owners } of acts) {
      for (const role of owners) expect([role, read.get(role)]).not.toEqual([role, []]);
    }
    // What only time brings is nobody's; everywhere else somebody reads something.
    const waits = { Open: true, Publicity: true, InForce: true }[state as string] ?? false;
    expect(acts.length > 0 || waits).toBe(true);
    for (const [role, person] of people) {
      await person.visitor.get(`/office?programme=${programme.id}`);
      const guards = person.visitor.page
        .querySelectorAll('.step-card li a[href]')
        .map((link) => link.getAttribute('href')!);
      for (const href of new Set(guards)) {
        const { status } = await person.visitor.get(href);
        expect([role, href, status]).toEqual([role, href, 200]);
      }
    }
    for (const [role, links] of read) {
      for (const [, href] of links) {
        const { status } = await people.get(role)!.visitor.get(href);
        expect([role, href, status]).toEqual([role, href, 200]);
      }
    }
  });
});

/** As far as an application is in that state of the programme, so that there is something to do. */
function applicationState(state: ProgrammeState): { state: Application['state'] } {
  const known: Partial<Record<ProgrammeState, Application['state']>> = {
    DivisionReview: 'Submitted',
    Screening: 'Recommended',
    Verification: 'ScreenedIn',
  };
  return { state: known[state] ?? 'Verified' };
}

describe('work that the board counts anyway', () => {
  it('is said once', async () => {
    const programme = await makeProgramme(app, 'Screening');
    await alone(programme);
    const { applicationId } = await verifiedApplication(app, programme, 'G');
    await app.database.repo(Application).update(applicationId, { state: 'Recommended' });
    const read = await boards(programme.id);
    expect(read.get('Screener')!.map(([label]) => label)).toEqual(['审查申报资格']);
  });
});

describe('a round whose turn has come with another', () => {
  it.each([
    ['MaterialReview', 'material', '开启“示范网商”的材料评审'],
    ['Defence', 'defence', '开启“示范网商”的现场答辩'],
  ] as const)('%s: stands on the board until it is opened', async (state, kind, label) => {
    const programme = await makeProgramme(app, state);
    await alone(programme);
    const { applicationId } = await verifiedApplication(app, programme, 'G');
    await app.database.repo(Application).update(applicationId, { state: 'InReview' });
    const round = programme.roundIds[`G.${kind}`]!;
    const read = async () =>
      (await boards(programme.id)).get('CityRegistrar')!.filter(([, href]) => href.includes(round));
    expect(await read()).toEqual([[label, `/office/rounds/${round}`]]);
    // A category without applications has nothing to open; an opened round is not opened twice.
    await app.database.execute("UPDATE round SET state = 'Open' WHERE id = ?", [round]);
    expect(await read()).toEqual([]);
  });
});

describe('sheets that are not signed', () => {
  it('lead to the round that they are of, not to an earlier one that is still open', async () => {
    const programme = await makeProgramme(app, 'Defence');
    await alone(programme);
    const { applicationId } = await verifiedApplication(app, programme, 'G');
    await app.database.repo(Application).update(applicationId, { state: 'InReview' });
    const [judge] = await seatPanel(app, programme, 'G', 1);
    const [material, defence] = ['G.material', 'G.defence'].map((one) => programme.roundIds[one]!);
    for (const [roundId, state] of [
      [material!, 'Signed'],
      [defence!, 'Open'],
    ] as const) {
      await app.database.execute("UPDATE round SET state = 'Open' WHERE id = ?", [roundId]);
      const { seatId, accountId } = judge!;
      const id = await issueSheet(app, { applicationId, seatId, accountId, roundId });
      await app.database.execute('UPDATE score_sheet SET state = ? WHERE id = ?', [state, id]);
    }
    for (const role of ['CityRegistrar', 'Tabulator'] as const) {
      const links = (await boards(programme.id)).get(role)!;
      expect([role, links.filter(([label]) => label.includes('评分进度'))]).toEqual([
        role,
        [['查看“示范网商”现场答辩的评分进度', `/office/rounds/${defence!}`]],
      ]);
    }
  });
});

describe('the board of the edition that runs', () => {
  it.each(['Preparing', 'InForce'] as const)(
    'says what waits in one that is %s beside it',
    async (state) => {
      const running = await makeProgramme(app, 'Open');
      await alone(running);
      const other = await makeProgramme(app, state);
      const name = `${state} 的一届`;
      await app.database.execute('UPDATE programme SET name = ? WHERE id = ?', [name, other.id]);
      await app.database.execute('UPDATE legal_basis SET valid_to = ? WHERE programme_id = ?', [
        '2026-09-30',
        other.id,
      ]);
      await boards(running.id);
      const { visitor } = people.get('CityRegistrar')!;
      const tasks = visitor.page.querySelectorAll('.next-action .task');
      const beside = tasks.filter(({ text }) => text.includes(name));
      expect(beside.map((task) => task.querySelector('a')!.getAttribute('href'))).toEqual(
        expect.arrayContaining([expect.stringContaining(other.id)]),
      );
    },
  );
});

describe('a phase that has overrun its day', () => {
  it('stands with its owner and the days, for the owner, the registrar and the supervisor', async () => {
    const programme = await makeProgramme(app, 'DivisionReview');
    await alone(programme);
    const { applicationId } = await verifiedApplication(app, programme, 'G');
    await app.database.repo(Application).update(applicationId, { state: 'Submitted' });
    app.clock.moveTo('2026-10-26T01:00:00.000Z');
    const late = async (role: Role) => {
      const { visitor } = people.get(role)!;
      await visitor.get(`/office?programme=${programme.id}`);
      return visitor.page
        .querySelector('[aria-labelledby="late"] tbody')
        ?.text.replace(/\s+/g, ' ')
        .trim();
    };
    const told =
      '催办：县级意见须全部签署，或者逾期后由市级接办并说明理由市办登记员2026年10月22日逾期4天';
    expect(await late('CityRegistrar')).toBe(told);
    expect(await late('Supervisor')).toBe(told);
    expect(await late('Tabulator')).toBeUndefined();
  });
});
