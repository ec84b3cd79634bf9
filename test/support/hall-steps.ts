import { PRESET_NOW } from '../../seeds/reference/rule-sets/preset-now.js';
import { CommitOrder } from '../../src/judging/hall/commit-order.js';
import { DrawOrder } from '../../src/judging/hall/draw-order.js';
import { RecordAttendance } from '../../src/judging/hall/record-attendance.js';
import { WitnessOrder } from '../../src/judging/hall/witness-order.js';
import { WorkClock } from '../../src/judging/hall/work-clock.js';
import { newId } from '../../src/database/new-id.js';
import { Programme } from '../../src/programmes/programme.entity.js';
import { RuleVersion } from '../../src/programmes/rule-version.entity.js';
import type { AttendanceEntry } from '../../src/rules/hall/attendance.js';
import type { DefenceDay } from '../../src/rules/hall/defence-day.js';
import type { ClockActKind } from '../../src/rules/hall/hall-clock.js';
import type { Actor } from '../../src/web/actor.js';
import { acting } from './acting.js';
import { JudgedRound } from './judged-round.js';
import { loadWorkingDays } from './programme.js';
import { TestApp } from './test-app.js';

export const came: AttendanceEntry = { attendance: 'head', speaker: '叶某', note: null };
export const absent: AttendanceEntry = {
  attendance: 'absent',
  speaker: null,
  note: '三次叫号，电话未接',
};

/** A category whose defence is open, and whoever leads its day. */
export class HallSteps {
  private constructor(
    readonly app: TestApp,
    readonly round: JudgedRound,
    readonly supervisor: Actor,
    readonly keeper: Actor,
  ) {}

  static async open(applications = 2): Promise<HallSteps> {
    const app = await TestApp.start();
    await loadWorkingDays(app);
    const round = await JudgedRound.open(app, applications);
    const steps = new HallSteps(
      app,
      round,
      acting('Supervisor', { accountId: round.supervisor.accountId }),
      acting('Verifier'),
    );
    await round.roundIs('Open', steps.roundId);
    return steps;
  }

  get roundId(): string {
    return this.round.programme.roundIds['G.defence']!;
  }

  get registrar(): Actor {
    return this.round.registrar;
  }

  commit(roundId = this.roundId, by = this.registrar): Promise<void> {
    return this.app.app.get(CommitOrder).run(by, roundId);
  }

  witness(by = this.supervisor): Promise<void> {
    return this.app.app.get(WitnessOrder).run(by, this.roundId, { witness: '烂柯山下一局棋' });
  }

  draw(by = this.registrar): Promise<void> {
    return this.app.app.get(DrawOrder).run(by, this.roundId);
  }

  async drawn(): Promise<void> {
    await this.commit();
    await this.witness();
    await this.draw();
  }

  attend(place: number, entry: AttendanceEntry, by = this.keeper): Promise<void> {
    return this.app.app.get(RecordAttendance).run(by, { roundId: this.roundId, place }, entry);
  }

  clock(
    place: number,
    kind: ClockActKind,
    reason: string | null = null,
    by = this.keeper,
  ): Promise<void> {
    const turn = { roundId: this.roundId, place };
    return this.app.app.get(WorkClock).run(by, turn, { kind, reason });
  }

  /** Another version of the rules, in force. */
  async rule(defenceDay: Partial<DefenceDay>): Promise<void> {
    const versions = this.app.database.repo(RuleVersion);
    const { id: programmeId } = this.round.programme;
    const known = await versions.findOneByOrFail({ programmeId });
    const id = newId();
    const rules = { ...PRESET_NOW, defenceDay };
    await versions.insert(Object.assign(known, { id, number: 2, rules }));
    await this.app.database.repo(Programme).update({ id: programmeId }, { ruleVersionId: id });
  }
}
