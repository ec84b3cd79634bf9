import { PRESET_NOW } from '../../seeds/reference/rule-sets/preset-now.js';
import { ConflictFacts } from '../../src/judging/conflicts/conflict-facts.js';
import { DeclareConflicts } from '../../src/judging/conflicts/declare-conflicts.js';
import { OpenDeclaration } from '../../src/judging/rounds/open-declaration.js';
import { OpenRound } from '../../src/judging/rounds/open-round.js';
import { JudgingQueries } from '../../src/judging/sheets/judging.queries.js';
import { SaveSheet } from '../../src/judging/sheets/save-sheet.js';
import { ScoreSheet } from '../../src/judging/sheets/score-sheet.entity.js';
import { SignSheets } from '../../src/judging/sheets/sign-sheets.js';
import type { ProgrammeState } from '../../src/rules/lifecycle/programme-states.js';
import { roundSheet } from '../../src/rules/rounds/round-sheet.js';
import { commentRequired } from '../../src/rules/scoring/judge-sheet.js';
import { ReplaceSeat } from '../../src/judging/panel/replace-seat.js';
import { ProposeVoiding } from '../../src/judging/removals/propose-voiding.js';
import type { ConflictAnswer, GroundNumber } from '../../src/rules/rounds/conflict-grounds.js';
import type { RuleSet } from '../../src/rules/scoring/rule-set.js';
import type { Actor } from '../../src/web/actor.js';
import { acting } from './acting.js';
import { attestDraw } from './attest.js';
import { confirmRemovals } from './removals.js';
import { type SeatedJudge, seatPanel, verifiedApplication } from './judging.js';
import { type Person, office } from './people.js';
import { type TestProgramme, makeProgramme } from './programme.js';
import type { TestApp } from './test-app.js';

/** Half of every scale needs no comment and lies on the grid. */
const indicators = roundSheet(PRESET_NOW, 'G', 'material')!.indicators;
export const halfPoints = Object.fromEntries(
  indicators.map(({ code, weight }) => [code, Math.round(weight / 2 / 50) * 50]),
);
const zeroPoints = Object.fromEntries(indicators.map(({ code }) => [code, 0]));
export const fullComments = Object.fromEntries(
  indicators
    .filter((indicator) => commentRequired(indicator, 0))
    .map(({ code }) => [code, '材料齐全，已逐项核对，依据充分。']),
);

/** A category G with its panel, brought by the use cases themselves to where a table of cases begins. */
export class JudgedRound {
  private constructor(
    private readonly app: TestApp,
    readonly programme: TestProgramme,
    readonly registrar: Actor,
    readonly supervisor: Person,
    readonly applications: readonly string[],
    readonly judges: readonly SeatedJudge[],
  ) {}

  /** With a panel of five and two alternates, whose drawing the office has on record. */
  static async seated(
    app: TestApp,
    applications = 2,
    rules: RuleSet = PRESET_NOW,
  ): Promise<JudgedRound> {
    const programme = await makeProgramme(app, 'Drawing', rules);
    const { accountId } = await office(app, 'CityRegistrar');
    const supervisor = await office(app, 'Supervisor');
    const ids: string[] = [];
    for (let i = 0; i < applications; i += 1) {
      ids.push((await verifiedApplication(app, programme, 'G')).applicationId);
    }
    const judges = await seatPanel(app, programme, 'G', 5, 2);
    await attestDraw(app, programme.id);
    const registrar = acting('CityRegistrar', { accountId });
    return new JudgedRound(app, programme, registrar, supervisor, ids, judges);
  }

  static async declaring(
    app: TestApp,
    applications = 2,
    rules: RuleSet = PRESET_NOW,
  ): Promise<JudgedRound> {
    const round = await JudgedRound.seated(app, applications, rules);
    await round.openDeclaration();
    return round;
  }

  static async open(
    app: TestApp,
    applications = 2,
    rules: RuleSet = PRESET_NOW,
  ): Promise<JudgedRound> {
    const round = await JudgedRound.declaring(app, applications, rules);
    await round.everybodyDeclares();
    await round.openRound();
    return round;
  }

  get id(): string {
    return this.programme.roundIds['G.material']!;
  }

  judge(seat: number): Actor {
    return acting('Judge', { accountId: this.judges[seat - 1]!.accountId });
  }

  openDeclaration(): Promise<void> {
    return this.app.app.get(OpenDeclaration).run(this.registrar, this.programme.id);
  }

  openRound(id = this.id): Promise<void> {
    return this.app.app.get(OpenRound).run(this.registrar, id);
  }

  async everybodyDeclares(): Promise<void> {
    for (let seat = 1; seat <= this.judges.length; seat += 1) await this.declare(seat);
  }

  /** The second person of a voiding or a replacement. */
  readonly approver = acting('Approver');

  /** A judge leaves the panel: proposed, and confirmed where somebody has to. */
  async replace(
    seat: number,
    given: { readonly promote?: boolean; readonly ground?: GroundNumber | null } = {},
  ): Promise<void> {
    const { promote = true, ground = null } = given;
    await this.app.app.get(ReplaceSeat).run(this.registrar, this.programme.id, {
      seatId: this.judges[seat - 1]!.seatId,
      reason: '因病不能评审',
      promote,
      ground,
    });
    await confirmRemovals(this.app, this.approver);
  }

  /** The office finds a relation: one sheet is proposed to fall. */
  async proposeVoiding(
    seat: number,
    given: Partial<{ number: string; ground: GroundNumber; reason: string }> = {},
  ): Promise<void> {
    const { number = await this.number(), ground = '1', reason = '发现未申报的利害关系' } = given;
    await this.app.app
      .get(ProposeVoiding)
      .run(this.registrar, this.id, { seat, number, ground, reason });
  }

  async void(
    seat: number,
    given: Parameters<JudgedRound['proposeVoiding']>[1] = {},
  ): Promise<void> {
    await this.proposeVoiding(seat, given);
    await confirmRemovals(this.app, this.approver);
  }

  async ownSeat(seat: number) {
    const rows = await this.app.app.get(JudgingQueries).ownSeats(this.judge(seat).accountId);
    return rows[0]!;
  }

  /** "None" for every application that has no answer of its own here. */
  async declare(
    seat: number,
    answers: Readonly<Record<string, ConflictAnswer>> = {},
    by = this.judge(seat),
  ): Promise<void> {
    const own = await this.ownSeat(seat);
    const identities = await this.app.app.get(ConflictFacts).load(own.id, own.categoryId);
    const none = { ground: null, explanation: null };
    const given = new Map(
      identities.map(({ applicationId }) => [applicationId, answers[applicationId] ?? none]),
    );
    await this.app.app.get(DeclareConflicts).run(by, own, identities, given);
  }

  sheet(seat: number, application = 0): Promise<ScoreSheet> {
    return this.app.database.repo(ScoreSheet).findOneByOrFail({
      roundId: this.id,
      seatId: this.judges[seat - 1]!.seatId,
      applicationId: this.applications[application]!,
    });
  }

  async save(
    { id, version, accountId }: ScoreSheet,
    scores: Readonly<Record<string, number>> = halfPoints,
    comments: Readonly<Record<string, string>> = scores === zeroPoints ? fullComments : {},
  ) {
    const by = acting('Judge', { accountId });
    return this.app.app.get(SaveSheet).run(by, id, () => ({ version, scores, comments }));
  }

  /** Every sheet of a seat, at half of each scale; `low` names applications that get nothing. */
  async scoreAndSign(seat: number, low: readonly string[] = []): Promise<void> {
    for (const sheet of await this.openSheets(seat)) {
      await this.save(sheet, low.includes(sheet.applicationId) ? zeroPoints : halfPoints);
    }
    await this.signAll(seat);
  }

  /** Every open sheet of a seat as it stands. */
  async signAll(seat: number): Promise<void> {
    const open = await this.openSheets(seat);
    const sheets = open.map(({ id, version }) => ({ sheetId: id, version }));
    await this.app.app
      .get(SignSheets)
      .run(this.judge(seat), this.id, { sheets, dissent: null, confirmed: true });
  }

  private openSheets(seat: number): Promise<ScoreSheet[]> {
    const seatId = this.judges[seat - 1]!.seatId;
    return this.app.database.repo(ScoreSheet).findBy({ roundId: this.id, seatId, state: 'Open' });
  }

  async programmeIs(state: ProgrammeState): Promise<void> {
    await this.app.database.execute('UPDATE programme SET state = ? WHERE id = ?', [
      state,
      this.programme.id,
    ]);
  }

  async roundIs(state: 'Planned' | 'Open' | 'Locked', id = this.id): Promise<void> {
    await this.app.database.execute('UPDATE round SET state = ? WHERE id = ?', [state, id]);
  }

  /** The number that judges see. */
  async number(application = 0): Promise<string> {
    const row = await this.app.database.row<{ number: string }>(
      'SELECT judging_number AS number FROM application WHERE id = ?',
      [this.applications[application]!],
    );
    return row!.number;
  }
}
