import { Controller, Get, Param, Post } from '@nestjs/common';
import { PendingFiles } from '../../../../documents/pending-files.js';
import { ProgrammeQueries } from '../../../../programmes/programme.queries.js';
import { Refusal, missing } from '../../../../rules/refusal.js';
import { Access } from '../../../../web/access/access.decorator.js';
import type { Actor } from '../../../../web/actor.js';
import { type Submitted, unsentForm } from '../../../../web/forms/submitted.js';
import { Files, Form, Me } from '../../../../web/http/parameters.js';
import type { UploadedFile } from '../../../../web/http/uploaded-file.js';
import { download, page, redirect } from '../../../../web/views/page.js';
import { RoundQueries } from '../../../rounds/round.queries.js';
import { hallPath } from '../../hall-path.js';
import { HallQueries } from '../../hall.queries.js';
import { HallFileQueries } from '../hall-file.queries.js';
import { MakeHallFile } from '../make-hall-file.js';
import { PlanTakeOver } from '../plan-take-over.js';
import { TakeOverHall } from '../take-over-hall.js';
import { ResultForm, TakeOverForm } from './hall-laptop.form.js';
import { type HallLaptopData, hallLaptopPage } from './hall-laptop.page.js';

/** A day of hundreds of turns stays far below. */
const MOST_BYTES = 2_000_000;

type Shown = Partial<Pick<HallLaptopData, 'made' | 'plan' | 'result' | 'taking'>>;

/** The defence without a network: a file goes out to a laptop, and its signed result comes back. */
@Controller('office/rounds/:id/defence/laptop')
export class HallLaptopController {
  constructor(
    private readonly programmes: ProgrammeQueries,
    private readonly rounds: RoundQueries,
    private readonly hall: HallQueries,
    private readonly files: HallFileQueries,
    private readonly makeFile: MakeHallFile,
    private readonly planTakeOver: PlanTakeOver,
    private readonly takeOver: TakeOverHall,
    private readonly pending: PendingFiles,
  ) {}

  @Get()
  @Access('hall.laptop')
  show(@Param('id') id: string) {
    return this.page(id);
  }

  /** The code stands on this answer alone. */
  @Post()
  @Access('hall.laptop')
  async make(@Me() me: Actor, @Param('id') id: string) {
    return this.page(id, { made: await this.makeFile.run(me, id) });
  }

  @Get('files/:file')
  @Access('hall.laptop')
  async file(@Param('id') id: string, @Param('file') file: string) {
    const content = await this.files.content(id, file);
    if (content === null) throw missing();
    const row = (await this.files.ofRound(id)).find((one) => one.id === file)!;
    return download(content, 'application/json; charset=utf-8', `hall-${row.number}.json`);
  }

  /** Shows every line of a result; nothing is taken over. */
  @Post('result')
  @Access('hall.laptop')
  async preview(
    @Param('id') id: string,
    @Form(ResultForm) form: Submitted<ResultForm>,
    @Files() uploads: readonly UploadedFile[],
  ) {
    const upload = uploads.find(({ field }) => field === 'file');
    const outcome = await unsentForm(ResultForm).attempt(async () => {
      if (!upload) throw new Refusal('hall.laptop.chooseFile', {}, 'file');
      if (upload.size > MOST_BYTES) throw new Refusal('hall.result.not.notOne', {}, 'file');
      const content = await upload.read();
      const plan = await this.planTakeOver.run(id, content.toString('utf8'));
      if (plan.problems.length === 0) await this.pending.keep(plan.hash, content);
      return plan;
    });
    if (!outcome.done) return this.page(id, { result: form.with(...outcome.form.errors) }, 422);
    const plan = outcome.result;
    return this.page(id, { plan }, plan.problems.length ? 422 : 200);
  }

  @Post('taking')
  @Access('hall.laptop')
  async take(
    @Me() me: Actor,
    @Param('id') id: string,
    @Form(TakeOverForm) form: Submitted<TakeOverForm>,
  ) {
    const kept = await this.pending.take(form.value.hash ?? '');
    if (!kept) {
      const again = { field: 'file', code: 'hall.laptop.chooseAgain', variables: {} };
      return this.page(id, { result: unsentForm(ResultForm).with(again) }, 422);
    }
    const content = kept.toString('utf8');
    const outcome = await form.attempt(({ reason }) =>
      this.takeOver.run(me, id, { content, reason }),
    );
    if (!outcome.done) {
      const plan = await this.planTakeOver.run(id, content);
      return this.page(id, { plan, taking: outcome.form }, 422);
    }
    await this.pending.forget(form.value.hash);
    return redirect(hallPath(id), 'hall.laptop.taken', { count: outcome.result });
  }

  private async page(id: string, shown: Shown = {}, status = 200) {
    const { programmeId, kind } = await this.rounds.byId(id);
    if (kind !== 'defence') throw missing();
    const [round, categories, files, order] = await Promise.all([
      this.rounds.row(id),
      this.programmes.categories(programmeId),
      this.files.ofRound(id),
      this.hall.order(id),
    ]);
    const data: HallLaptopData = {
      round,
      category: categories.find((one) => one.id === round.categoryId)!,
      files,
      drawn: (order?.record ?? null) !== null,
      made: null,
      plan: null,
      result: unsentForm(ResultForm),
      taking: unsentForm(TakeOverForm),
      ...shown,
    };
    return page('judging/hall-laptop', hallLaptopPage(data), status);
  }
}
