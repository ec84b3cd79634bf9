import { DecideLateTimes } from '../../src/judging/hall/decide-late-times.js';
import { HallQueries } from '../../src/judging/hall/hall.queries.js';
import { HallFileQueries } from '../../src/judging/hall/laptop/hall-file.queries.js';
import { MakeHallFile } from '../../src/judging/hall/laptop/make-hall-file.js';
import { TakeOverHall } from '../../src/judging/hall/laptop/take-over-hall.js';
import { type SealedHallDay, readHallDay, resultSeed } from '../../src/rules/hall/hall-day.js';
import { type HallAct, type HallFact, signHallResult } from '../../src/rules/hall/hall-result.js';
import type { Actor } from '../../src/web/actor.js';
import { appointed } from './award-steps.js';
import { HallSteps } from './hall-steps.js';

/** Minutes after ten in Beijing; the hall file is made at nine. */
const at = (minute: number) => `2026-11-10T02:${String(minute).padStart(2, '0')}:00.000Z`;
const came = { attendance: 'head', again: false, speaker: '叶某', note: null } as const;

/** A defence of two, a hall file of it, and what a laptop without a network would bring back. */
export class LaptopSteps {
  private constructor(
    readonly hall: HallSteps,
    readonly second: Actor,
    readonly file: SealedHallDay,
    readonly code: string,
  ) {}

  static async open(): Promise<LaptopSteps> {
    const hall = await HallSteps.open();
    await hall.drawn();
    return LaptopSteps.of(hall);
  }

  /** A hall whose order is drawn. */
  static async of(hall: HallSteps): Promise<LaptopSteps> {
    const second = await appointed(hall.app, 'Tabulator');
    hall.app.clock.moveTo('2026-11-10T01:00:00.000Z');
    const { file, code } = await LaptopSteps.make(hall);
    hall.app.clock.moveTo('2026-11-10T04:00:00.000Z');
    return new LaptopSteps(hall, second, file, code);
  }

  static async make(hall: HallSteps, by = hall.registrar) {
    const { app, roundId } = hall;
    const { id, code } = await app.app.get(MakeHallFile).run(by, roundId);
    const content = await app.app.get(HallFileQueries).content(roundId, id);
    return { file: readHallDay(content!), code };
  }

  step(place: number, kind: HallAct, minute: number, over: Partial<HallFact> = {}): HallFact {
    return {
      at: at(minute),
      place,
      kind,
      by: this.second.accountId,
      reason: kind === 'pause' ? '投影故障' : null,
      came: kind === 'attendance' ? came : null,
      ...over,
    };
  }

  /** The first spoke eleven minutes and paused two of them, the second did not come. */
  get facts(): HallFact[] {
    return [
      this.step(1, 'attendance', 0),
      this.step(1, 'start', 1),
      this.step(1, 'pause', 3),
      this.step(1, 'resume', 5),
      this.step(1, 'finish', 14),
      this.step(2, 'attendance', 15, {
        came: { attendance: 'absent', again: false, speaker: null, note: '三次叫号未到' },
      }),
    ];
  }

  result(facts = this.facts, { file, code }: Pick<LaptopSteps, 'file' | 'code'> = this): string {
    const { day, hash } = file;
    const head = { file: day.id, fileHash: hash, round: day.roundId, endedAt: at(20) };
    return signHallResult(head, facts, resultSeed(code, day.id));
  }

  take(content = this.result(), by = this.hall.registrar, roundId = this.hall.roundId) {
    const given = { content, reason: '会场没有网络' };
    return this.hall.app.app.get(TakeOverHall).run(by, roundId, given);
  }

  decide(accepted: boolean, by = this.second): Promise<void> {
    const where = { roundId: this.hall.roundId, place: 1, number: 1 };
    return this.hall.app.app.get(DecideLateTimes).run(by, where, accepted);
  }

  turns() {
    return this.hall.app.app.get(HallQueries).turns(this.hall.roundId);
  }
}
