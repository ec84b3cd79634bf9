import { Controller, Get, Param, Post } from '@nestjs/common';
import { AnchorDiagnosticsQueries } from '../../judging/anchors/anchor-diagnostics.queries.js';
import { DiagnosticsQueries } from '../../judging/diagnostics/diagnostics.queries.js';
import { ReadDiagnostics } from '../../judging/diagnostics/read-diagnostics.js';
import { RecordSignalNote } from '../../judging/diagnostics/record-signal-note.js';
import { RequestDiagnostics } from '../../judging/diagnostics/request-diagnostics.js';
import { RepeatDriftQueries } from '../../judging/repeats/repeat-drift.queries.js';
import { signalId } from '../../rules/diagnostics/signal-id.js';
import { missing } from '../../rules/refusal.js';
import { Access } from '../../web/access/access.decorator.js';
import type { Actor } from '../../web/actor.js';
import { type Submitted, unsentForm } from '../../web/forms/submitted.js';
import { Asked, Form, Me } from '../../web/http/parameters.js';
import { page, redirect } from '../../web/views/page.js';
import { diagnosticsIndexPage } from './diagnostics-index.page.js';
import { diagnosticsPage } from './diagnostics.page.js';
import { SignalNoteForm } from './signal-note.form.js';
import { signalPage } from './signal.page.js';

/** For the supervisor alone, and only of rounds whose scores are locked. */
@Controller('supervision/diagnostics')
export class DiagnosticsController {
  constructor(
    private readonly queries: DiagnosticsQueries,
    private readonly diagnostics: ReadDiagnostics,
    private readonly requestDiagnostics: RequestDiagnostics,
    private readonly recordNote: RecordSignalNote,
    private readonly anchors: AnchorDiagnosticsQueries,
    private readonly repeats: RepeatDriftQueries,
  ) {}

  @Get()
  @Access('supervise')
  async index() {
    return page(
      'supervision/diagnostics-index',
      diagnosticsIndexPage(await this.queries.categories()),
    );
  }

  @Get(':categoryId')
  @Access('supervise')
  async show(@Param('categoryId') categoryId: string, @Asked('page') asked = '1') {
    const [found, seats, notes, anchors, repeats] = await Promise.all([
      this.diagnostics.run(categoryId),
      this.queries.seats(categoryId),
      this.queries.notes(categoryId),
      this.anchors.ofCategory(categoryId),
      this.repeats.ofCategory(categoryId),
    ]);
    if (found.length === 0) throw missing();
    const number = /^[1-9]\d{0,2}$/.test(asked) ? Number(asked) : 1;
    const rows = { found, seats, notes, page: number };
    return page('supervision/diagnostics', diagnosticsPage(rows, { anchors, repeats }));
  }

  @Post(':categoryId/computation')
  @Access('supervise')
  async createComputation(@Me() me: Actor, @Param('categoryId') categoryId: string) {
    const jobs = await this.requestDiagnostics.run(me, categoryId);
    const last = jobs.at(-1);
    if (!last) throw missing();
    return redirect(`/office/jobs/${last}`);
  }

  @Get(':categoryId/signals/:signal')
  @Access('supervise')
  signal(@Param('categoryId') categoryId: string, @Param('signal') signal: string) {
    return this.signalPage(categoryId, signal, unsentForm(SignalNoteForm));
  }

  @Post(':categoryId/signals/:signal/notes')
  @Access('supervise')
  async createNote(
    @Me() me: Actor,
    @Param('categoryId') categoryId: string,
    @Param('signal') signal: string,
    @Form(SignalNoteForm) form: Submitted<SignalNoteForm>,
  ) {
    const recorded = await form.attempt(({ outcome, note }) =>
      this.recordNote.run(me, { categoryId, signal, outcome, note }),
    );
    if (!recorded.done) return this.signalPage(categoryId, signal, recorded.form);
    return redirect(
      `/supervision/diagnostics/${categoryId}/signals/${signal}`,
      'supervision.signal.noted',
    );
  }

  private async signalPage(categoryId: string, signal: string, form: Submitted<SignalNoteForm>) {
    const found = (await this.diagnostics.run(categoryId)).flatMap(({ round, examination }) =>
      (examination?.signals ?? [])
        .filter((one) => signalId(round.id, one) === signal)
        .map((one) => ({ round, examination: examination!, signal: one })),
    )[0];
    if (!found) throw missing();
    const [seats, applications, notes] = await Promise.all([
      this.queries.seats(categoryId),
      this.queries.applications(categoryId),
      this.queries.notes(categoryId),
    ]);
    return page(
      'supervision/signal',
      signalPage({ ...found, seats, applications, notes }, form),
      form.ok ? 200 : 422,
    );
  }
}
