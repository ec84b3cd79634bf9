import { PRESET_NOW } from '../../seeds/reference/rule-sets/preset-now.js';
import { IssueSheets } from '../../src/judging/sheets/issue-sheets.js';
import { SaveSheet } from '../../src/judging/sheets/save-sheet.js';
import { ScoreSheet } from '../../src/judging/sheets/score-sheet.entity.js';
import { SignSheets } from '../../src/judging/sheets/sign-sheets.js';
import { HallQueries } from '../../src/judging/hall/hall.queries.js';
import { RevealScores } from '../../src/judging/hall/reveal-scores.js';
import { Round } from '../../src/programmes/round.entity.js';
import { roundSheet } from '../../src/rules/rounds/round-sheet.js';
import type { Actor } from '../../src/web/actor.js';
import { type HallSteps, came } from './hall-steps.js';

const { indicators } = roundSheet(PRESET_NOW, 'G', 'defence')!;
const comments = Object.fromEntries(
  indicators.map(({ code }) => [code, '答辩中的陈述与材料一致，依据充分。']),
);
/** Every indicator at this share of its scale, on the grid of half points. */
const defenceScores = (share: number) =>
  Object.fromEntries(
    indicators.map(({ code, weight }) => [code, Math.round((weight * share) / 50) * 50]),
  );
/** One for each seat; no two are the same. */
const SHARES: readonly number[] = [0.6, 0.64, 0.7, 0.74, 0.8];

/** The sheets of a defence day, and the chair who may show them. */
export class HallScores {
  constructor(readonly hall: HallSteps) {}

  /** Every seat has its sheets, and the rules let the chair show the points unless it is said otherwise. */
  async given(reveal = true): Promise<void> {
    const { app, roundId } = this.hall;
    await this.hall.rule({ reveal, absent: 'zero' });
    const round = await app.database.repo(Round).findOneByOrFail({ id: roundId });
    await app.database.transaction(() => app.app.get(IssueSheets).run(round));
  }

  async applicationAt(place: number): Promise<string> {
    const turns = await this.hall.app.app.get(HallQueries).turns(this.hall.roundId);
    return turns.find((one) => one.place === place)!.applicationId;
  }

  async sheet(seat: number, place: number): Promise<ScoreSheet> {
    return this.hall.app.database.repo(ScoreSheet).findOneByOrFail({
      roundId: this.hall.roundId,
      seatId: this.hall.round.judges[seat - 1]!.seatId,
      applicationId: await this.applicationAt(place),
    });
  }

  async save(seat: number, place: number, share = SHARES[seat - 1]!): Promise<void> {
    const { id, version } = await this.sheet(seat, place);
    const typed = { version, scores: defenceScores(share), comments };
    await this.hall.app.app.get(SaveSheet).run(this.judge(seat), id, () => typed);
  }

  async sign(seat: number, place: number): Promise<void> {
    const { id: sheetId, version } = await this.sheet(seat, place);
    const given = { sheets: [{ sheetId, version }], dissent: null, confirmed: true };
    await this.hall.app.app.get(SignSheets).run(this.judge(seat), this.hall.roundId, given);
  }

  async signed(place: number, seats: readonly number[] = [1, 2, 3, 4, 5]): Promise<void> {
    for (const seat of seats) {
      await this.save(seat, place);
      await this.sign(seat, place);
    }
  }

  async heard(place: number): Promise<void> {
    await this.hall.attend(place, came);
    await this.hall.clock(place, 'start');
    await this.hall.clock(place, 'finish');
  }

  /** The first in the order was heard, and all have signed. */
  async complete(reveal = true): Promise<void> {
    await this.hall.drawn();
    await this.given(reveal);
    await this.heard(1);
    await this.signed(1);
  }

  reveal(place = 1, by = this.judge(1), roundId = this.hall.roundId): Promise<void> {
    return this.hall.app.app.get(RevealScores).run(by, { roundId, place });
  }

  judge(seat: number): Actor {
    return this.hall.round.judge(seat);
  }
}
