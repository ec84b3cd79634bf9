import { Controller, Get, Param, Post } from '@nestjs/common';
import { ProgrammeQueries } from '../../../programmes/programme.queries.js';
import { missing } from '../../../rules/refusal.js';
import { roundSheet } from '../../../rules/rounds/round-sheet.js';
import { Access } from '../../../web/access/access.decorator.js';
import type { Actor } from '../../../web/actor.js';
import { type RawForm, typedTexts } from '../../../web/forms/parse-value.js';
import { type Submitted, unsentForm } from '../../../web/forms/submitted.js';
import { Form, Me, RawBody } from '../../../web/http/parameters.js';
import { page, redirect } from '../../../web/views/page.js';
import { SheetQueries } from '../sheet.queries.js';
import { SignSheets } from '../sign-sheets.js';
import { type RoundSheets, SignForm, reviewPage, signPage } from './sign.page.js';

@Controller('judging/rounds')
export class SignController {
  constructor(
    private readonly programmes: ProgrammeQueries,
    private readonly sheets: SheetQueries,
    private readonly signSheets: SignSheets,
  ) {}

  @Get(':id/review')
  @Access('judge')
  async review(@Me() me: Actor, @Param('id') id: string) {
    return page('judging/review', reviewPage(await this.load(me, id)));
  }

  @Get(':id/sign')
  @Access('judge')
  async show(@Me() me: Actor, @Param('id') id: string) {
    return page('judging/sign', signPage(await this.load(me, id), unsentForm(SignForm)));
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
    const outcome = await form.attempt(({ dissent }) =>
      this.signSheets.run(me, id, { sheets, dissent }),
    );
    if (!outcome.done) {
      return page('judging/sign', signPage(await this.load(me, id), outcome.form), 422);
    }
    return redirect(`/judging/rounds/${id}/sign`, 'judging.sign.done', { count: outcome.result });
  }

  private async load(me: Actor, id: string): Promise<RoundSheets> {
    const rows = await this.sheets.ofRound(me.accountId, id);
    const [first] = rows;
    if (!first) throw missing();
    const { rules } = await this.programmes.rules(first.programmeId);
    const indicators = roundSheet(rules, first.code, first.kind)?.indicators ?? [];
    return { rows, indicators, comment: rules.comment };
  }
}
