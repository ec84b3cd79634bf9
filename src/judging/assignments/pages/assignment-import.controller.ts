import { Controller, Get, Param, Post } from '@nestjs/common';
import { PendingFiles } from '../../../documents/pending-files.js';
import { ProgrammeQueries, type RoundRow } from '../../../programmes/programme.queries.js';
import { Refusal, conflict } from '../../../rules/refusal.js';
import { Access } from '../../../web/access/access.decorator.js';
import type { Actor } from '../../../web/actor.js';
import { typedTexts } from '../../../web/forms/parse-value.js';
import { type Submitted, unsentForm } from '../../../web/forms/submitted.js';
import { Files, Form, Me } from '../../../web/http/parameters.js';
import type { UploadedFile } from '../../../web/http/uploaded-file.js';
import { page, redirect } from '../../../web/views/page.js';
import { RoundQueries } from '../../rounds/round.queries.js';
import { AssignmentQueries } from '../assignment.queries.js';
import { ImportAssignment } from '../import-assignment.js';
import { importedAssignment, isInForce } from '../imported-assignment.js';
import { type AssignmentFile, readAssignmentFile } from '../read-assignment-file.js';
import { RoundFactsQueries, type RoundState } from '../round-facts.js';
import { AssignmentImportForm, ImportDecisionForm } from './assignment.form.js';
import { type ImportShown, assignmentImportPage } from './assignment-import.page.js';

interface Loaded {
  readonly round: RoundRow;
  readonly state: RoundState;
}

@Controller('office/assignments/:roundId/import')
export class AssignmentImportController {
  constructor(
    private readonly programmes: ProgrammeQueries,
    private readonly rounds: RoundQueries,
    private readonly assignments: AssignmentQueries,
    private readonly facts: RoundFactsQueries,
    private readonly pending: PendingFiles,
    private readonly importAssignment: ImportAssignment,
  ) {}

  @Get()
  @Access('panel.seat')
  async show(@Param('roundId') id: string) {
    const { round, state } = await this.load(id);
    const { perApplication } = state.facts;
    const stored = perApplication === null ? {} : { perApplication: String(perApplication) };
    return this.page({ round, state }, { form: unsentForm(AssignmentImportForm, stored) });
  }

  /** Reads the table and shows what it would do; nothing is assigned. */
  @Post()
  @Access('panel.seat')
  async preview(
    @Param('roundId') id: string,
    @Form(AssignmentImportForm) form: Submitted<AssignmentImportForm>,
    @Files() files: readonly UploadedFile[],
  ) {
    const loaded = await this.load(id);
    const file = files.find(({ field }) => field === 'file');
    const outcome = await form.attempt(async ({ perApplication }) => {
      if (!file) throw new Refusal('assignment.import.chooseFile', {}, 'file');
      const content = await file.read();
      const read = readAssignmentFile(content);
      const planned = await this.planned(loaded, read, perApplication);
      const { fault } = planned;
      if (fault) throw new Refusal(fault.code, fault.variables, 'perApplication');
      if (planned.sound) await this.pending.keep(read.hash, content);
      return { planned, file: read.hash, decision: null };
    });
    if (!outcome.done) return this.page(loaded, { form: outcome.form }, 422);
    const status = outcome.result.planned.sound ? 200 : 422;
    return this.page(loaded, { form, shown: outcome.result }, status);
  }

  @Post('confirmation')
  @Access('panel.seat')
  async confirm(
    @Me() me: Actor,
    @Param('roundId') id: string,
    @Form(ImportDecisionForm) decision: Submitted<ImportDecisionForm>,
  ) {
    const loaded = await this.load(id);
    const { file: hash, perApplication, digest } = decision.value;
    const [typed = ''] = typedTexts(decision.typed, 'perApplication');
    const form = unsentForm(AssignmentImportForm, { perApplication: typed });
    const unreadable = decision.errors.filter(({ field }) => field === 'perApplication');
    if (unreadable.length) return this.page(loaded, { form: form.with(...unreadable) }, 422);
    const content = await this.pending.take(hash ?? '');
    if (!content) {
      if (isInForce(loaded.state, { file: hash, perApplication }))
        throw conflict('assignment.import.applied');
      const again = { field: 'file', code: 'assignment.import.chooseAgain', variables: {} };
      return this.page(loaded, { form: form.with(again) }, 422);
    }
    const file = readAssignmentFile(content);
    const outcome = await decision.attempt(({ reason }) =>
      this.importAssignment.run(me, loaded.round, { file, perApplication, digest, reason }),
    );
    if (outcome.done) {
      await this.pending.forget(hash);
      return redirect(`/office/assignments/${id}`, 'assignment.import.done');
    }
    const planned = await this.planned(loaded, file, perApplication);
    return this.page(loaded, { form, shown: { planned, file: hash, decision: outcome.form } }, 422);
  }

  private async planned({ round, state }: Loaded, file: AssignmentFile, perApplication: number) {
    const { rules } = await this.programmes.rules(round.programmeId);
    return importedAssignment(state, file, perApplication, rules.trimTable);
  }

  private async load(id: string): Promise<Loaded> {
    const { programmeId } = await this.rounds.byId(id);
    const round = (await this.programmes.rounds(programmeId)).find((one) => one.id === id)!;
    return { round, state: await this.facts.of(round) };
  }

  private async page(
    { round, state }: Loaded,
    given: { form: Submitted<AssignmentImportForm>; shown?: ImportShown },
    status = 200,
  ) {
    const rows = await this.assignments.rounds(round.programmeId);
    const row = rows.find(({ roundId }) => roundId === round.id)!;
    const { rules } = await this.programmes.rules(round.programmeId);
    const data = { round, row, state, trimTable: rules.trimTable, shown: null, ...given };
    return page('judging/assignment-import', assignmentImportPage(data), status);
  }
}
