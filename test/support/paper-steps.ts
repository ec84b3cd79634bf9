import { IssuePaper } from '../../src/judging/paper/issue-paper.js';
import { KeyPaperSheet, type TypedPaper } from '../../src/judging/paper/key-paper-sheet.js';
import { SettleKeyings, type TypedSettlement } from '../../src/judging/paper/settle-keyings.js';
import { WithdrawPaper } from '../../src/judging/paper/withdraw-paper.js';
import type { Role } from '../../src/rules/lifecycle/roles.js';
import type { Actor } from '../../src/web/actor.js';
import { acting } from './acting.js';
import { JudgedRound, halfPoints } from './judged-round.js';
import { type Person, office } from './people.js';
import { smallPng } from './small-files.js';
import type { TestApp } from './test-app.js';
import { uploadedFile } from './uploaded-file.js';

const scan = () => uploadedFile('scan', '一号席.png', smallPng);
export const [someIndicator] = Object.keys(halfPoints) as [string];
/** As the first person reads it, and as somebody reads it who slips by a line. */
export const otherPoints = { ...halfPoints, [someIndicator]: halfPoints[someIndicator]! + 50 };

/** A round whose sheets are keyed from paper, and the people who key them. */
export class PaperSteps {
  private constructor(
    readonly app: TestApp,
    readonly round: JudgedRound,
    readonly first: Person,
    readonly second: Person,
    readonly third: Person,
  ) {}

  static async open(app: TestApp): Promise<PaperSteps> {
    const round = await JudgedRound.open(app);
    const tabulator = () => office(app, 'Tabulator');
    return new PaperSteps(app, round, await tabulator(), await tabulator(), await tabulator());
  }

  as({ accountId }: Person, role: Role = 'Tabulator'): Actor {
    return acting(role, { accountId });
  }

  issue(seat: number | null = 1, by: Actor = this.as(this.first)): Promise<number> {
    return this.app.app.get(IssuePaper).run(by, this.round.id, seat);
  }

  async key(by: Actor, given: Partial<TypedPaper> = {}, seat = 1) {
    const { id } = await this.round.sheet(seat);
    const typed = { scores: halfPoints, comments: {}, dissent: null, signed: true, scan: scan() };
    return this.app.app.get(KeyPaperSheet).run(by, id, () => ({ ...typed, ...given }));
  }

  /** Twice, alike unless something else is said. */
  async keyed(second: Partial<TypedPaper> = {}): Promise<void> {
    await this.key(this.as(this.first));
    await this.key(this.as(this.second), second);
  }

  apart(): Promise<void> {
    return this.keyed({ scores: otherPoints });
  }

  async settle(by: Actor, given: Partial<TypedSettlement> = {}): Promise<void> {
    const { id } = await this.round.sheet(1);
    const typed = {
      scores: otherPoints,
      comments: {},
      dissent: null,
      note: '首项涂改处有评委签名，以改后为准',
    };
    return this.app.app.get(SettleKeyings).run(by, id, () => ({ ...typed, ...given }));
  }

  async withdraw(by = this.round.registrar, reason = '评委改在设备上签字'): Promise<void> {
    const { id } = await this.round.sheet(1);
    return this.app.app.get(WithdrawPaper).run(by, id, reason);
  }
}
