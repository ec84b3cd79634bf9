import { BeginDraw } from '../../src/judging/draws/begin-draw.js';
import { CommitDraw } from '../../src/judging/draws/commit-draw.js';
import { Draw } from '../../src/judging/draws/draw.entity.js';
import { ExcludeCandidate } from '../../src/judging/draws/exclude-candidate.js';
import { FreezeDraw } from '../../src/judging/draws/freeze-draw.js';
import { Redraw } from '../../src/judging/draws/redraw.js';
import { RevealDraw } from '../../src/judging/draws/reveal-draw.js';
import { SetDrawTerms } from '../../src/judging/draws/set-draw-terms.js';
import { SignDraw } from '../../src/judging/draws/sign-draw.js';
import { VoidDraw } from '../../src/judging/draws/void-draw.js';
import { WitnessDraw } from '../../src/judging/draws/witness-draw.js';
import type { Actor } from '../../src/web/actor.js';
import { acting } from './acting.js';
import { type DrawCast, WITNESS, drawCast, drawPool } from './draw.js';
import type { TestApp } from './test-app.js';

const order = ['Preparing', 'Frozen', 'Committed', 'Witnessed', 'Drawn'] as const;

/** A draw of category G, taken step by step by the use cases themselves. */
export class DrawSteps {
  readonly registrar: Actor;
  readonly supervisor: Actor;
  readonly approver: Actor;
  /** The draw that acts are about: the first one, or one that was drawn again. */
  id = '';
  private first = '';

  private constructor(
    private readonly app: TestApp,
    readonly cast: DrawCast,
    readonly pool: readonly string[],
  ) {
    this.registrar = acting('CityRegistrar', { accountId: cast.registrar.accountId });
    this.supervisor = acting('Supervisor', { accountId: cast.supervisor.accountId });
    this.approver = acting('Approver', { accountId: cast.approver.accountId });
  }

  /** With 24 experts and a draw that is being prepared. */
  static async begun(app: TestApp): Promise<DrawSteps> {
    const cast = await drawCast(app);
    const draw = new DrawSteps(app, cast, await drawPool(app, 24));
    draw.first = await draw.begin();
    draw.id = draw.first;
    await draw.terms();
    return draw;
  }

  begin(categoryId = this.cast.programme.categoryIds.G!): Promise<string> {
    return this.app.app.get(BeginDraw).run(this.registrar, { categoryId });
  }

  async terms(version?: number): Promise<void> {
    const seen = version ?? (await this.stored()).version;
    const fields = ['电子商务', '财务审计', '农业技术'].map((field) => ({ field, minimum: 0 }));
    const given = { panelSize: 5, alternates: 3, perDivision: 2, fields, version: seen };
    await this.app.app.get(SetDrawTerms).run(this.registrar, this.id, given);
  }

  exclude(expertId: string, reason: string | null): Promise<void> {
    const given = { expertId, reason };
    return this.app.app.get(ExcludeCandidate).run(this.registrar, this.id, given);
  }

  freeze(by = this.registrar): Promise<void> {
    return this.app.app.get(FreezeDraw).run(by, this.id);
  }

  commit(by = this.registrar): Promise<void> {
    return this.app.app.get(CommitDraw).run(by, this.id);
  }

  witness(by = this.supervisor): Promise<void> {
    return this.app.app.get(WitnessDraw).run(by, this.id, { witness: WITNESS });
  }

  reveal(): Promise<void> {
    const present = { present: ['登记员甲', '监督员乙'] };
    return this.app.app.get(RevealDraw).run(this.registrar, this.id, present);
  }

  async sign(by = this.registrar, hash?: string): Promise<void> {
    const recordHash = hash ?? (await this.stored()).record?.recordHash ?? '';
    await this.app.app.get(SignDraw).run(by, this.id, { recordHash });
  }

  proposeVoid(by = this.registrar): Promise<void> {
    const reason = '冻结名单时遗漏了新入库的两位专家，程序上有瑕疵。';
    return this.app.app.get(VoidDraw).propose(by, this.id, { reason });
  }

  confirmVoid(by = this.approver): Promise<void> {
    return this.app.app.get(VoidDraw).confirm(by, this.id);
  }

  redraw(): Promise<string> {
    return this.app.app.get(Redraw).run(this.registrar, this.id);
  }

  /** Every step of the first draw in its order until it stands there. */
  async upTo(state: (typeof order)[number]): Promise<void> {
    this.id = this.first;
    const steps = [
      () => this.freeze(),
      () => this.commit(),
      () => this.witness(),
      () => this.reveal(),
    ];
    for (const step of steps.slice(0, order.indexOf(state))) await step();
  }

  stored(): Promise<Draw> {
    return this.app.database.repo(Draw).findOneByOrFail({ id: this.id });
  }

  async programmeIs(state: string): Promise<void> {
    await this.app.database.execute('UPDATE programme SET state = ? WHERE id = ?', [
      state,
      this.cast.programme.id,
    ]);
  }

  /** Leaves seats empty, as if their judges had gone. */
  async vacate(numbers: readonly number[]): Promise<void> {
    for (const number of numbers) {
      await this.app.database.execute(
        'UPDATE seat SET vacated_at = ? WHERE category_id = ? AND number = ?',
        [this.app.clock.now(), this.cast.programme.categoryIds.G!, number],
      );
    }
  }
}
