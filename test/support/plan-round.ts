import { setTimeout as wait } from 'node:timers/promises';
import { Calculations, isOpen } from '../../src/jobs/calculation-jobs.js';
import { ApplyAssignment, wholePanelHash } from '../../src/judging/assignments/apply-assignment.js';
import {
  ImportAssignment,
  type ImportDecision,
} from '../../src/judging/assignments/import-assignment.js';
import { importedAssignment } from '../../src/judging/assignments/imported-assignment.js';
import { readAssignmentFile } from '../../src/judging/assignments/read-assignment-file.js';
import { PlanAssignment } from '../../src/judging/assignments/plan-assignment.js';
import { RoundFactsQueries } from '../../src/judging/assignments/round-facts.js';
import { ProgrammeQueries, type RoundRow } from '../../src/programmes/programme.queries.js';
import type { JudgedRound } from './judged-round.js';
import type { TestApp } from './test-app.js';

/** Waits until a calculation is done, whatever comes of it. */
export async function settled(app: TestApp, jobId: string): Promise<void> {
  const jobs = app.app.get(Calculations);
  for (let job = await jobs.byId(jobId); job && isOpen(job); job = await jobs.byId(jobId)) {
    await wait(50);
  }
}

/** The assignment of a round, asked for and decided by the use cases themselves. */
export class PlannedRound {
  constructor(
    private readonly app: TestApp,
    private readonly round: JudgedRound,
  ) {}

  async row(id = this.round.id): Promise<RoundRow> {
    const rows = await this.app.app.get(ProgrammeQueries).rounds(this.round.programme.id);
    return rows.find((one) => one.id === id)!;
  }

  plan(row: RoundRow, perEntry = 3): Promise<string> {
    const choice = { perEntry, seed: '2026', keep: false, limit: null, limits: {} };
    return this.app.app.get(PlanAssignment).run(this.round.registrar, row, choice);
  }

  async planned(): Promise<string> {
    const id = await this.plan(await this.row());
    await settled(this.app, id);
    return id;
  }

  apply(row: RoundRow, preview: string, mode: 'wholePanel' | 'perApplication' = 'perApplication') {
    const given = { mode, preview, reason: '申报较多，分组评审' };
    return this.app.app.get(ApplyAssignment).run(this.round.registrar, row, given);
  }

  /** Seat numbers of each application, as the round has them now. */
  async held(): Promise<number[][]> {
    const { applications, seats, present } = await this.state();
    return applications.map(({ id }) =>
      seats
        .filter((seat) => present.some((on) => on.seatId === seat.id && on.applicationId === id))
        .map(({ number }) => number),
    );
  }

  /** A table with the seats of each application, in the order of their numbers, and its preview. */
  async table(seatsOf: readonly (readonly number[])[], perApplication = 3) {
    const state = await this.state();
    const lines = state.applications.flatMap(({ number }, at) =>
      seatsOf[at]!.map((seat) => `${number},${seat}`),
    );
    const file = readAssignmentFile(Buffer.from(['评审编号,席位', ...lines].join('\n')));
    const { rules } = await this.app.app.get(ProgrammeQueries).rules(this.round.programme.id);
    const { sound } = importedAssignment(state, file, perApplication, rules.trimTable);
    return { file, perApplication, digest: sound?.digest ?? '', reason: '评审组商定分工' };
  }

  importTable(row: RoundRow, given: ImportDecision) {
    return this.app.app.get(ImportAssignment).run(this.round.registrar, row, given);
  }

  private async state() {
    return this.app.app.get(RoundFactsQueries).of(await this.row());
  }

  async wholePanel(): Promise<string> {
    return wholePanelHash(await this.app.app.get(RoundFactsQueries).of(await this.row()));
  }
}
