import { Controller, Get, Inject, Param, Post } from '@nestjs/common';
import { CONFIG } from '../../../config/config.module.js';
import type { Config } from '../../../config/config.js';
import { ProgrammeQueries } from '../../../programmes/programme.queries.js';
import { roundSheet } from '../../../rules/rounds/round-sheet.js';
import { typedSheetCode } from '../../../rules/rounds/sheet-code.js';
import { Access } from '../../../web/access/access.decorator.js';
import type { Actor } from '../../../web/actor.js';
import type { Submitted } from '../../../web/forms/submitted.js';
import { Asked, Form, Me } from '../../../web/http/parameters.js';
import { page, redirect } from '../../../web/views/page.js';
import { squarePath } from '../../../web/views/square-code.js';
import { RoundQueries } from '../../rounds/round.queries.js';
import { IssuePaper } from '../issue-paper.js';
import { PaperQueries } from '../paper.queries.js';
import { paperListPage } from './paper-list.page.js';
import { paperPrintPage } from './paper-print.page.js';
import { IssueForm } from './paper.form.js';

/** The papers of a round: which are where, printed and handed out. */
@Controller('office/rounds')
export class PaperController {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly programmes: ProgrammeQueries,
    private readonly rounds: RoundQueries,
    private readonly papers: PaperQueries,
    private readonly issuePaper: IssuePaper,
  ) {}

  @Get(':id/paper')
  @Access('standings.read')
  async list(@Me() me: Actor, @Param('id') id: string, @Asked('code') code?: string) {
    if (code === undefined) return this.page(me, id);
    const head = typedSheetCode(code);
    const rows = head === null ? [] : await this.papers.ofRound(id, me.accountId);
    const found = rows.find((row) => row.id.startsWith(head!));
    if (found) return redirect(`/office/paper-sheets/${found.id}`);
    return this.page(me, id, { code, error: 'judging.paper.noSuchCode' });
  }

  /** Of one sheet, of a seat or of the whole round; what is signed needs no paper. */
  @Get(':id/paper/print')
  @Access('paper.issue')
  async print(
    @Me() me: Actor,
    @Param('id') id: string,
    @Asked('seat') seat?: string,
    @Asked('sheet') sheet?: string,
  ) {
    const round = await this.rounds.row(id);
    const rows = (await this.papers.ofRound(id, me.accountId))
      .filter(({ signed }) => !signed)
      .filter((row) => seat === undefined || String(row.seat) === seat)
      .filter((row) => sheet === undefined || row.id === sheet)
      .toSorted((one, other) => one.seat - other.seat);
    const { rules } = await this.programmes.rules(round.programmeId);
    const indicators = roundSheet(rules, round.categoryCode, round.kind)?.indicators ?? [];
    const papers = await Promise.all(
      rows.map(async (row) => ({
        row,
        square: await squarePath(`${this.config.publicUrl}/office/paper-sheets/${row.id}`),
      })),
    );
    return page(
      'judging/paper-print',
      paperPrintPage(id, papers, { indicators, comment: rules.comment }),
    );
  }

  @Post(':id/paper')
  @Access('paper.issue')
  async issue(
    @Me() me: Actor,
    @Param('id') id: string,
    @Form(IssueForm) form: Submitted<IssueForm>,
  ) {
    const outcome = await form.attempt(({ seat }) => this.issuePaper.run(me, id, seat));
    if (!outcome.done) return this.page(me, id, { error: outcome.form.errors[0]!.code });
    return redirect(`/office/rounds/${id}/paper`, 'judging.paper.issued', {
      count: outcome.result,
    });
  }

  private async page(
    me: Actor,
    id: string,
    sent: { readonly code?: string; readonly error?: string } = {},
  ) {
    const round = await this.rounds.row(id);
    const [categories, rows] = await Promise.all([
      this.programmes.categories(round.programmeId),
      this.papers.ofRound(id, me.accountId),
    ]);
    const category = categories.find((one) => one.id === round.categoryId)!;
    const status = sent.error ? 422 : 200;
    return page('judging/paper-list', paperListPage({ round, category }, rows, sent), status);
  }
}
