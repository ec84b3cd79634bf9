import { Controller, Get, Headers, HttpCode, Param, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { beijingTimeOfDay } from '../../../text/beijing-time-of-day.js';
import { Refusal, isSavedMeanwhile, overtaken } from '../../../rules/refusal.js';
import { Access } from '../../../web/access/access.decorator.js';
import type { Actor } from '../../../web/actor.js';
import type { RawForm } from '../../../web/forms/parse-value.js';
import { typedTexts } from '../../../web/forms/parse-value.js';
import type { Submitted } from '../../../web/forms/submitted.js';
import { Form, Me, RawBody } from '../../../web/http/parameters.js';
import { page, redirect } from '../../../web/views/page.js';
import { DeclareLateConflict } from '../../conflicts/declare-late-conflict.js';
import { JudgingQueries } from '../judging.queries.js';
import { OpenSheet } from '../open-sheet.js';
import { SaveSheet } from '../save-sheet.js';
import { SheetQueries } from '../sheet.queries.js';
import { LateConflictForm } from './late-conflict.form.js';
import { ownScoresPage } from './own-scores.page.js';
import { sheetConflictPage } from './sheet-conflict.page.js';
import { type SheetInput, readSheetInput } from './sheet-input.js';
import { sheetPrintPage } from './sheet-print.page.js';
import { sheetPage } from './sheet.page.js';

@Controller('judging/sheets')
export class SheetController {
  constructor(
    private readonly sheets: SheetQueries,
    private readonly judging: JudgingQueries,
    private readonly openSheet: OpenSheet,
    private readonly saveSheet: SaveSheet,
    private readonly declareLate: DeclareLateConflict,
  ) {}

  @Get(':id')
  @Access('judge')
  async show(@Me() me: Actor, @Param('id') id: string) {
    const { row, reading } = await this.openSheet.run(me, id);
    return page('judging/sheet', sheetPage({ row, reading, draft: reading, errors: [] }));
  }

  @Get(':id/print')
  @Access('judge')
  async print(@Me() me: Actor, @Param('id') id: string) {
    const { row, reading } = await this.openSheet.run(me, id);
    return page('judging/sheet-print', sheetPrintPage(row, reading));
  }

  /** The judge's own other scores of the round on each scale; a script shows them on the sheet. */
  @Get(':id/own')
  @Access('judge')
  async own(@Me() me: Actor, @Param('id') id: string) {
    const { row, reading } = await this.openSheet.run(me, id);
    const others = await this.sheets.otherScores(me.accountId, row.roundId, id);
    return page('judging/own-scores', ownScoresPage(row, reading, others));
  }

  /** A save by hand or by the page itself; both take the version that was seen. */
  @Post(':id')
  @HttpCode(200)
  @Access('judge')
  async save(
    @Me() me: Actor,
    @Param('id') id: string,
    @RawBody() raw: RawForm,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Headers('accept') accept = '',
  ) {
    const byScript = accept.startsWith('application/json');
    let input: SheetInput | null = null;
    try {
      const { version, savedAt } = await this.saveSheet.run(me, id, (indicators) => {
        input = readSheetInput(indicators, raw);
        return input;
      });
      if (byScript) return { time: beijingTimeOfDay(savedAt), version };
    } catch (error) {
      if (!(error instanceof Refusal) || !input) throw error;
      if (byScript && isSavedMeanwhile(error)) {
        // Nothing typed may be lost by leaving the page: saving by hand shows both versions.
        void reply.code(409);
        return { mergeUrl: '#save' };
      }
      if (byScript || error.kind === 'missing') throw error;
      return this.refused(me, id, input, error);
    }
    return redirect(await this.nextPath(me, id, raw), 'judging.sheet.saved');
  }

  @Post(':id/conflict')
  @Access('judge')
  async stepBack(
    @Me() me: Actor,
    @Param('id') id: string,
    @Form(LateConflictForm) form: Submitted<LateConflictForm>,
  ) {
    const outcome = await form.attempt((value) => this.declareLate.run(me, id, value));
    if (outcome.done) {
      return redirect('/judging', outcome.result ? 'judging.late.asked' : 'judging.late.done');
    }
    const { row, reading } = await this.openSheet.run(me, id);
    const late = outcome.form;
    return page(
      'judging/sheet',
      sheetPage({ row, reading, draft: reading, errors: [], late }),
      422,
    );
  }

  private async refused(me: Actor, id: string, input: SheetInput, refusal: Refusal) {
    const { row, reading } = await this.openSheet.run(me, id);
    if (refusal.kind === 'conflict' && !isSavedMeanwhile(refusal)) throw refusal;
    if (!reading.editable) throw overtaken('judging.sheet.closed', 'scoreSheet', row.state);
    if (isSavedMeanwhile(refusal)) {
      return page('judging/sheet-conflict', sheetConflictPage(reading, input), 409);
    }
    const { errors } = input;
    return page('judging/sheet', sheetPage({ row, reading, draft: input, errors }), 422);
  }

  private async nextPath(me: Actor, id: string, raw: RawForm): Promise<string> {
    if (typedTexts(raw, 'after')[0] !== 'next') return `/judging/sheets/${id}`;
    const head = await this.sheets.head(me.accountId, id);
    const own = await this.judging.ownSheetsOfRound(me.accountId, head?.roundId ?? '');
    const at = own.findIndex((sheet) => sheet.id === id);
    const next = [...own.slice(at + 1), ...own.slice(0, at)].find(({ total }) => total === null);
    return next ? `/judging/sheets/${next.id}` : `/judging/rounds/${head?.roundId}/review`;
  }
}
