import { Controller, Get, Headers, HttpCode, Param, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { beijingTimeOfDay } from '../../text/beijing-time-of-day.js';
import { Refusal, missing } from '../../rules/refusal.js';
import { roundSheet } from '../../rules/rounds/round-sheet.js';
import { ProgrammeQueries } from '../../programmes/programme.queries.js';
import { Access } from '../../web/access/access.decorator.js';
import type { Actor } from '../../web/actor.js';
import type { RawForm } from '../../web/forms/parse-value.js';
import { typedTexts } from '../../web/forms/parse-value.js';
import type { Submitted } from '../../web/forms/submitted.js';
import { Form, Me, RawBody } from '../../web/http/parameters.js';
import { page, redirect } from '../../web/views/page.js';
import { DeclareLateConflict } from '../declare-late-conflict.js';
import { JudgingQueries } from '../judging.queries.js';
import { OpenSheet } from '../open-sheet.js';
import { SaveSheet } from '../save-sheet.js';
import { SheetQueries } from '../sheet.queries.js';
import { LateConflictForm } from './late-conflict.form.js';
import { sheetConflictPage } from './sheet-conflict.page.js';
import { type SheetInput, readSheetInput } from './sheet-input.js';
import { sheetPrintPage } from './sheet-print.page.js';
import { sheetPage } from './sheet.page.js';

@Controller('judging/sheets')
export class SheetController {
  constructor(
    private readonly programmes: ProgrammeQueries,
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
    const input = readSheetInput(await this.indicators(me, id), raw);
    const byScript = accept.startsWith('application/json');
    if (input.errors.length) return this.refuse(me, id, input, byScript);
    try {
      const { version, savedAt } = await this.saveSheet.run(me, id, input);
      if (byScript) return { time: beijingTimeOfDay(savedAt), version };
    } catch (error) {
      if (!(error instanceof Refusal) || error.code !== 'errors.conflict') throw error;
      if (byScript) {
        // Nothing typed may be lost by leaving the page: saving by hand shows both versions.
        void reply.code(409);
        return { mergeUrl: '#save' };
      }
      const { reading } = await this.openSheet.run(me, id);
      return page('judging/sheet-conflict', sheetConflictPage(reading, input), 409);
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
    if (outcome.done) return redirect('/judging', 'judging.late.done');
    const { row, reading } = await this.openSheet.run(me, id);
    const late = outcome.form;
    return page(
      'judging/sheet',
      sheetPage({ row, reading, draft: reading, errors: [], late }),
      422,
    );
  }

  private async refuse(me: Actor, id: string, input: SheetInput, byScript: boolean) {
    const [first] = input.errors;
    if (byScript && first) throw new Refusal(first.code, first.variables, first.field);
    const { row, reading } = await this.openSheet.run(me, id);
    if (!reading.editable) throw new Refusal('judging.sheet.closed', {}, null, 'conflict');
    const { errors } = input;
    return page('judging/sheet', sheetPage({ row, reading, draft: input, errors }), 422);
  }

  private async indicators(me: Actor, id: string) {
    const head = await this.sheets.head(me.accountId, id);
    if (!head) throw missing();
    const { rules } = await this.programmes.rules(head.programmeId);
    return roundSheet(rules, head.code, head.kind)?.indicators ?? [];
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
