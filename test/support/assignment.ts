import { ConflictDeclaration } from '../../src/judging/conflicts/conflict-declaration.entity.js';
import { attestDraw } from './attest.js';
import { type SeatedJudge, declareNone, seatPanel, verifiedApplication } from './judging.js';
import { office } from './people.js';
import { type TestProgramme, makeProgramme } from './programme.js';
import type { TestApp } from './test-app.js';
import type { Visitor } from './visitor.js';

export interface RoundSheet {
  readonly id: string;
  readonly seat: number;
  readonly applicationId: string;
}

/** A category whose panel is being put together, with the registrar's browser and its rooms. */
export class RoundToAssign {
  private constructor(
    private readonly app: TestApp,
    readonly programme: TestProgramme,
    readonly registrar: Visitor,
    readonly applications: readonly string[],
    readonly judges: readonly SeatedJudge[],
  ) {}

  static async prepare(
    app: TestApp,
    sizes: { applications: number; members: number; alternates: number },
  ): Promise<RoundToAssign> {
    const programme = await makeProgramme(app, 'Drawing');
    const { visitor } = await office(app, 'CityRegistrar');
    const applications: string[] = [];
    for (let i = 0; i < sizes.applications; i += 1) {
      applications.push((await verifiedApplication(app, programme, 'G')).applicationId);
    }
    const judges = await seatPanel(app, programme, 'G', sizes.members, sizes.alternates);
    await attestDraw(app, programme.id);
    await visitor.get(`/office/panels/${programme.id}`);
    await visitor.submit('/declaration');
    return new RoundToAssign(app, programme, visitor, applications, judges);
  }

  get id(): string {
    return this.programme.roundIds['G.material']!;
  }

  get path(): string {
    return `/office/assignments/${this.id}`;
  }

  judge(seat: number): SeatedJudge {
    return this.judges[seat - 1]!;
  }

  /** The name of the field with a judge's own limit. */
  limit(seat: number): string {
    return `limit-${this.judge(seat).seatId}`;
  }

  async everybodyDeclares(): Promise<void> {
    for (const judge of this.judges) await declareNone(judge);
  }

  /** What stands in the declaration, as if the judge and the office had said so. */
  async relation(seat: number, application: number, state: ConflictDeclaration['state']) {
    const pair = {
      seatId: this.judge(seat).seatId,
      applicationId: this.applications[application]!,
    };
    await this.app.database.repo(ConflictDeclaration).update(pair, { state });
  }

  /** Through the form and the page of the calculation to the preview. */
  async preview(choice: Readonly<Record<string, string>> = {}): Promise<void> {
    await this.registrar.get(this.path);
    await this.registrar.submit('/preview', { mode: 'perApplication', ...choice });
    await this.registrar.settled();
  }

  /** Previews and decides. */
  async assign(choice: Readonly<Record<string, string>>, reason: string): Promise<void> {
    await this.preview(choice);
    await this.registrar.submit('/decision', { reason });
    const { errors } = this.registrar;
    if (errors.length > 0) throw new Error(`Not assigned: ${JSON.stringify(errors)}`);
  }

  async open(): Promise<void> {
    await this.registrar.get(`/office/rounds/${this.id}`);
    await this.registrar.submit('/opening');
  }

  /** Valid sheets by seat. */
  sheets(): Promise<RoundSheet[]> {
    return this.app.database.rows<RoundSheet>(
      `SELECT sh.id, s.number AS seat, sh.application_id FROM score_sheet sh
       JOIN seat s ON s.id = sh.seat_id WHERE sh.round_id = ? AND sh.state <> 'Voided'
       ORDER BY s.number, sh.application_id, sh.id`,
      [this.id],
    );
  }

  /** Seat number → sheets. */
  async loads(): Promise<Readonly<Record<number, number>>> {
    const counts: Record<number, number> = {};
    for (const { seat } of await this.sheets()) counts[seat] = (counts[seat] ?? 0) + 1;
    return counts;
  }
}
