import { DecideLateTimes } from '../../src/judging/hall/decide-late-times.js';
import { EnterLateTimes } from '../../src/judging/hall/enter-late-times.js';
import { HallQueries } from '../../src/judging/hall/hall.queries.js';
import type { LateKind } from '../../src/rules/hall/late-clock.js';
import type { Actor } from '../../src/web/actor.js';
import { appointed } from './award-steps.js';
import { HallScores } from './hall-scores.js';
import { HallSteps, came } from './hall-steps.js';

/** A minute after ten in Beijing. */
const at = (minute: number) => `2026-11-10T02:${String(minute).padStart(2, '0')}:00.000Z`;

/** A turn that began on the hour and still runs half an hour later, and two who keep the day. */
export class LateTimesSteps {
  private constructor(
    readonly hall: HallSteps,
    readonly keeper: Actor,
    readonly second: Actor,
  ) {}

  static async open(): Promise<LateTimesSteps> {
    const hall = await HallSteps.open();
    const keeper = await appointed(hall.app, 'Verifier');
    const second = await appointed(hall.app, 'Tabulator');
    await hall.drawn();
    await new HallScores(hall).given(false);
    await hall.attend(1, came);
    hall.app.clock.moveTo(at(0));
    await hall.clock(1, 'start');
    // The clock of a test goes on; this one began on the minute.
    await hall.app.database.execute('UPDATE clock_act SET at = ?', [at(0)]);
    hall.app.clock.moveTo(at(30));
    return new LateTimesSteps(hall, keeper, second);
  }

  enter(
    kind: LateKind,
    from: number,
    to: number | null,
    over: Partial<{ place: number; by: Actor; reason: string }> = {},
  ): Promise<void> {
    const { place, by, reason } = {
      place: 1,
      by: this.keeper,
      reason: '停电，按手表补记',
      ...over,
    };
    const times = { kind, from: at(from), to: to === null ? null : at(to), reason };
    const { app, roundId } = this.hall;
    return app.app.get(EnterLateTimes).run(by, { roundId, place }, times);
  }

  decide(accepted: boolean, by = this.second, number = 1, place = 1): Promise<void> {
    const { app, roundId } = this.hall;
    return app.app.get(DecideLateTimes).run(by, { roundId, place, number }, accepted);
  }

  async turn(place = 1) {
    const turns = await this.hall.app.app.get(HallQueries).turns(this.hall.roundId);
    return turns.find((one) => one.place === place)!;
  }
}
