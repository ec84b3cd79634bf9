import { Controller, Get, Param, Post } from '@nestjs/common';
import { ProgrammeQueries } from '../../../programmes/programme.queries.js';
import { missing } from '../../../rules/refusal.js';
import { roundSheet } from '../../../rules/rounds/round-sheet.js';
import { Access } from '../../../web/access/access.decorator.js';
import type { Actor } from '../../../web/actor.js';
import { type RawForm, typedTexts } from '../../../web/forms/parse-value.js';
import { type Submitted, unsentForm } from '../../../web/forms/submitted.js';
import { Asked, Form, Me, RawBody } from '../../../web/http/parameters.js';
import { page, redirect } from '../../../web/views/page.js';
import { ReviewSheets } from '../review-sheets.js';
import { SheetMarks } from '../sheet-marks.js';
import { SheetQueries } from '../sheet.queries.js';
import { SignSheets } from '../sign-sheets.js';
import { UnseenSheets } from '../unseen-sheets.js';
import { readOverview } from './overview.js';
import { overviewPage } from './overview.page.js';
import { type RoundSheets, SignForm, readySheets, signPage } from './sign.page.js';

@Controller('judging/rounds')
export class SignController {
  constructor(
    private readonly programmes: ProgrammeQueries,
    private readonly sheets: SheetQueries,
    private readonly signSheets: SignSheets,
    private readonly unseen: UnseenSheets,
    private readonly marks: SheetMarks,
    private readonly reviewSheets: ReviewSheets,
  ) {}

  @Get(':id/review')
  @Access('judge')
  async review(
    @Me() me: Actor,
    @Param('id') id: string,
    @Asked('show') show?: string,
    @Asked('sort') sort?: string,
    @Asked('q') q?: string,
  ) {
    const { rows, indicators, comment } = await this.load(me, id);
    const sheets = rows.map((row) => ({ row, mark: this.marks.read(row) }));
    const overview = readOverview({ sheets, indicators, comment }, { show, sort, q });
    await this.reviewSheets.run(
      me.accountId,
      overview.shown.map(({ row }) => row),
    );
    return page('judging/review', overviewPage(overview));
  }

  @Get(':id/sign')
  @Access('judge')
  async show(@Me() me: Actor, @Param('id') id: string) {
    return page('judging/sign', signPage(await this.toSign(me, id), unsentForm(SignForm)));
  }

  @Post(':id/sign')
  @Access('judge')
  async sign(
    @Me() me: Actor,
    @Param('id') id: string,
    @Form(SignForm) form: Submitted<SignForm>,
    @RawBody() raw: RawForm,
  ) {
    const sheets = typedTexts(raw, 'sheets').map((key) => {
      const [sheetId = '', version = ''] = key.split('.');
      return { sheetId, version: Number(version) };
    });
    const confirmed = typedTexts(raw, 'confirm')[0] === 'on';
    const outcome = await form.attempt(({ dissent }) =>
      this.signSheets.run(me, id, { sheets, dissent, confirmed }),
    );
    if (!outcome.done) {
      return page('judging/sign', signPage(await this.toSign(me, id), outcome.form), 422);
    }
    return redirect(`/judging/rounds/${id}/sign`, 'judging.sign.done', { count: outcome.result });
  }

  private async toSign(me: Actor, id: string): Promise<RoundSheets> {
    const loaded = await this.load(me, id);
    const ready = readySheets(loaded);
    const unseen = await this.unseen.among(me.accountId, ready, loaded.indicators);
    return { ...loaded, unseen };
  }

  private async load(me: Actor, id: string) {
    const rows = await this.sheets.overview(me.accountId, id);
    const [first] = rows;
    if (!first) throw missing();
    const { rules } = await this.programmes.rules(first.programmeId);
    const indicators = roundSheet(rules, first.code, first.kind)?.indicators ?? [];
    return { rows, indicators, comment: rules.comment };
  }
}
