import { type BeforeApplicationShutdown, Injectable } from '@nestjs/common';
import { RepeatedWork } from '../config/repeated-work.js';
import { Refusal } from '../rules/refusal.js';
import { CloseApplications } from './close-applications.js';
import { DemoClock } from './demo-clock.js';
import { ProgrammeQueries } from './programme.queries.js';
import { programmeIn } from '../rules/lifecycle/programme-groups.js';

const MINUTE = 60_000;

/** Takes the steps whose only guard is time; run when the board opens and every minute. */
@Injectable()
export class PhaseClock implements BeforeApplicationShutdown {
  private readonly looking = new RepeatedWork(() => this.tick(), MINUTE);
  private readonly others: (() => Promise<unknown>)[] = [];

  constructor(
    private readonly programmes: ProgrammeQueries,
    private readonly closeApplications: CloseApplications,
    private readonly demoClock: DemoClock,
  ) {}

  /** A module above hands in its own steps whose only guard is time. */
  alsoRun(step: () => Promise<unknown>): void {
    this.others.push(step);
  }

  async run(): Promise<void> {
    for (const programme of await this.programmes.all()) {
      if (programmeIn.open.has(programme.state)) await this.close(programme.id);
    }
    for (const step of this.others) await step();
  }

  /** Looks at the clock at once and every minute; the server calls it once it listens. */
  start(onError: (error: unknown) => void): void {
    this.looking.startAtOnce(onError);
  }

  /** Before the database is closed, which happens at the shutdown itself. */
  async beforeApplicationShutdown(): Promise<void> {
    await this.looking.stop();
  }

  private async tick(): Promise<void> {
    await this.demoClock.load();
    await this.run();
  }

  /** Before its deadline, or when another process has closed it a moment ago, there is nothing to do. */
  private async close(programmeId: string): Promise<void> {
    try {
      await this.closeApplications.run(programmeId);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
    }
  }
}
