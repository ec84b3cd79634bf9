import { Controller, Get, Param, Post } from '@nestjs/common';
import { ProgrammeQueries } from '../../../programmes/programme.queries.js';
import { Refusal, missing } from '../../../rules/refusal.js';
import { settledReading } from '../../../rules/rounds/paper-keyings.js';
import { roundSheet } from '../../../rules/rounds/round-sheet.js';
import { Access } from '../../../web/access/access.decorator.js';
import type { Actor } from '../../../web/actor.js';
import type { RawForm } from '../../../web/forms/parse-value.js';
import { type FieldError, type Submitted, unsentForm } from '../../../web/forms/submitted.js';
import { Files, Form, Me, RawBody } from '../../../web/http/parameters.js';
import type { UploadedFile } from '../../../web/http/uploaded-file.js';
import { page, redirect } from '../../../web/views/page.js';
import { RoundQueries } from '../../rounds/round.queries.js';
import { KeyPaperSheet } from '../key-paper-sheet.js';
import { OpenDifferences, type OpenedDifferences } from '../open-differences.js';
import { PaperQueries } from '../paper.queries.js';
import { readingProblems, settlementProblems } from '../../../rules/rounds/reading-problems.js';
import { SettleKeyings } from '../settle-keyings.js';
import { WithdrawPaper } from '../withdraw-paper.js';
import { type PaperFields, emptyFields, readPaper } from './paper-input.js';
import type { SentPaper } from './paper-field.js';
import { paperSheetPage } from './paper-sheet.page.js';
import { WithdrawForm } from './paper.form.js';

/** What an act has read, for the page that comes back with every problem at once. */
interface Typed {
  fields?: PaperFields;
  problems?: readonly FieldError[];
}

/** One sheet on paper: keyed twice, compared by a third person, or taken back. */
@Controller('office/paper-sheets')
export class PaperSheetController {
  constructor(
    private readonly programmes: ProgrammeQueries,
    private readonly rounds: RoundQueries,
    private readonly papers: PaperQueries,
    private readonly openDifferences: OpenDifferences,
    private readonly keyPaper: KeyPaperSheet,
    private readonly settleKeyings: SettleKeyings,
    private readonly withdrawPaper: WithdrawPaper,
  ) {}

  @Get(':id')
  @Access('standings.read')
  async show(@Me() me: Actor, @Param('id') id: string) {
    return this.page(me, id);
  }

  @Post(':id')
  @Access('standings.lock')
  async key(
    @Me() me: Actor,
    @Param('id') id: string,
    @RawBody() raw: RawForm,
    @Files() files: readonly UploadedFile[],
  ) {
    const scan = files.find(({ field }) => field === 'scan') ?? null;
    return this.act(me, id, async (typed) => {
      const keyed = await this.keyPaper.run(me, id, (indicators, comment, first) => {
        const { fields, reading } = readPaper(indicators, raw);
        const given = { ...reading, signed: fields.signed, scan };
        typed.fields = fields;
        typed.problems = readingProblems(indicators, comment, given, first);
        return given;
      });
      return `judging.paper.done.${keyed}`;
    });
  }

  @Post(':id/settlement')
  @Access('paper.settle')
  async settle(@Me() me: Actor, @Param('id') id: string, @RawBody() raw: RawForm) {
    return this.act(me, id, async (typed) => {
      await this.settleKeyings.run(me, id, ({ indicators, comment, first, second, apart }) => {
        const { fields, reading } = readPaper(indicators, raw);
        const settled = settledReading(first, second, reading, apart);
        typed.fields = fields;
        typed.problems = settlementProblems(indicators, comment, settled, fields.note);
        return { ...reading, note: fields.note };
      });
      return 'judging.paper.done.settled';
    });
  }

  @Post(':id/withdrawal')
  @Access('panel.seat')
  async withdraw(
    @Me() me: Actor,
    @Param('id') id: string,
    @Form(WithdrawForm) form: Submitted<WithdrawForm>,
  ) {
    const outcome = await form.attempt(({ reason }) => this.withdrawPaper.run(me, id, reason));
    if (!outcome.done) return this.page(me, id, undefined, outcome.form);
    const row = await this.papers.one(id, me.accountId);
    return redirect(`/office/rounds/${row!.roundId}/paper`, 'judging.paper.done.withdrawn');
  }

  private async act(me: Actor, id: string, work: (typed: Typed) => Promise<string>) {
    const typed: Typed = {};
    try {
      const said = await work(typed);
      const row = await this.papers.one(id, me.accountId);
      return redirect(`/office/rounds/${row!.roundId}/paper`, said);
    } catch (error) {
      if (!(error instanceof Refusal) || error.kind !== 'invalid') throw error;
      const { code, variables, field } = error;
      const own = [{ field: field ?? '', code, variables }];
      const errors = typed.problems?.length ? typed.problems : own;
      return this.page(me, id, { fields: typed.fields ?? emptyFields, errors });
    }
  }

  private async page(
    me: Actor,
    id: string,
    sent?: SentPaper,
    withdrawing = unsentForm(WithdrawForm),
  ) {
    const row = await this.papers.one(id, me.accountId);
    if (!row) throw missing();
    const [round, categories, { rules }, keyings] = await Promise.all([
      this.rounds.row(row.roundId),
      this.programmes.categories(row.programmeId),
      this.programmes.rules(row.programmeId),
      this.papers.keyings(id, me.accountId),
    ]);
    const category = categories.find((one) => one.id === round.categoryId)!;
    const indicators = roundSheet(rules, row.code, row.kind)?.indicators ?? [];
    const codes = indicators.map(({ code }) => code);
    const apart = await this.openDifferences.run(me, row, codes);
    const shown = sent ?? { fields: unsentFields(apart), errors: [] };
    return page(
      'judging/paper-sheet',
      paperSheetPage({ row, round, category, indicators, keyings, apart }, shown, withdrawing),
      sent || !withdrawing.ok ? 422 : 200,
    );
  }
}

/** The words of either of two keyings stand in the fields of the third person; the points never. */
function unsentFields(apart: OpenedDifferences | null): PaperFields {
  if (!apart) return emptyFields;
  const { first, second } = apart;
  return {
    ...emptyFields,
    comments: { ...second.comments, ...first.comments },
    dissent: first.dissent ?? second.dissent ?? '',
  };
}
