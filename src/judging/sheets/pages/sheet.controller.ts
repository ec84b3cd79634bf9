import { Controller, Get, Headers, HttpCode, Param, Post, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Refusal, overtaken } from '../../../rules/refusal.js';
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
import type { Indicator } from '../../../rules/scoring/indicator.js';
import { SaveSheet, type SavedSheet } from '../save-sheet.js';
import { SheetQueries } from '../sheet.queries.js';
import { PinEvidence } from '../pins/pin-evidence.js';
import { type PinAct, readPinAct } from '../pins/pin-form.js';
import { UnpinEvidence } from '../pins/unpin-evidence.js';
import { LateConflictForm } from './late-conflict.form.js';
import { ownScoresPage } from './own-scores.page.js';
import { sheetConflictPage } from './sheet-conflict.page.js';
import { type SheetInput, readSheetInput } from './sheet-input.js';
import { EntryReceipts } from '../../../prooflog/entry-receipts.js';
import type { EntryProof } from '../../../prooflog/prove-entry.js';
import { receiptFile, receiptSquare } from '../../../prooflog/receipt-line.js';
import type { SheetRow } from '../sheet.queries.js';
import { sheetPrintPage } from './sheet-print.page.js';
import { savedAnswer } from './saved-answer.js';
import { sheetPage } from './sheet.page.js';
import { typedIntoSheet } from './typed-sheet.js';

/** What a save has read, for the page that comes back. */
interface Typed {
  indicators?: readonly Indicator[];
  input?: SheetInput;
}

@Controller('judging/sheets')
export class SheetController {
  constructor(
    private readonly sheets: SheetQueries,
    private readonly judging: JudgingQueries,
    private readonly openSheet: OpenSheet,
    private readonly saveSheet: SaveSheet,
    private readonly declareLate: DeclareLateConflict,
    private readonly pinEvidence: PinEvidence,
    private readonly unpinEvidence: UnpinEvidence,
    private readonly receipts: EntryReceipts,
  ) {}

  @Get(':id')
  @Access('judge')
  async show(@Me() me: Actor, @Param('id') id: string) {
    const { row, reading, mark } = await this.openSheet.run(me, id);
    return page('judging/sheet', sheetPage({ row, reading, mark, draft: reading, errors: [] }));
  }

  @Get(':id/print')
  @Access('judge')
  async print(@Me() me: Actor, @Param('id') id: string) {
    const { row, reading } = await this.openSheet.run(me, id);
    return page('judging/sheet-print', sheetPrintPage(row, reading, await this.proof(row)));
  }

  /** That the public log has the signature, from when nobody scores any more. */
  @Get(':id/log')
  @Access('judge')
  async log(@Me() me: Actor, @Param('id') id: string) {
    const { row } = await this.openSheet.run(me, id);
    return receiptFile(await this.proof(row), id);
  }

  @Get(':id/log/square.svg')
  @Access('judge')
  async logSquare(@Me() me: Actor, @Param('id') id: string) {
    const { row } = await this.openSheet.run(me, id);
    return receiptSquare(await this.proof(row), id);
  }

  /** The judge's own other scores of the round on each scale; a script shows them on the sheet. */
  @Get(':id/own')
  @Access('judge')
  async own(@Me() me: Actor, @Param('id') id: string) {
    const { row, reading } = await this.openSheet.run(me, id);
    const others = await this.sheets.otherScores(me.accountId, row.roundId, id);
    return page('judging/own-scores', ownScoresPage(row, reading, others));
  }

  /** A save by hand or by the page itself; both say what they have seen, so that windows can be merged. */
  @Post(':id')
  @HttpCode(200)
  @Access('judge')
  async save(
    @Req() request: FastifyRequest,
    @Me() me: Actor,
    @Param('id') id: string,
    @RawBody() raw: RawForm,
    @Headers('accept') accept = '',
  ) {
    const byScript = accept.startsWith('application/json');
    request.typedFields = typedIntoSheet(raw);
    const typed: Typed = {};
    let saved: SavedSheet;
    try {
      saved = await this.saveSheet.run(me, id, (indicators) => {
        typed.indicators = indicators;
        typed.input = readSheetInput(indicators, raw);
        return typed.input;
      });
    } catch (error) {
      if (!(error instanceof Refusal) || !typed.input || byScript) throw error;
      return this.refused(me, id, typed.input, error);
    }
    const { indicators = [], input } = typed;
    if (byScript) return savedAnswer(indicators, saved);
    if (input && saved.conflicts.length > 0) {
      const { reading } = await this.openSheet.run(me, id);
      return page('judging/sheet-conflict', sheetConflictPage(reading, input, saved), 409);
    }
    const act = readPinAct(raw);
    if (act) return this.pinned(me, id, act);
    const said = saved.taken.length ? 'judging.sheet.savedMerged' : 'judging.sheet.saved';
    return redirect(await this.nextPath(me, id, raw), said, { indicators: saved.taken.join(' ') });
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
    const { row, reading, mark } = await this.openSheet.run(me, id);
    const late = outcome.form;
    const given = { row, reading, mark, draft: reading, errors: [], late };
    return page('judging/sheet', sheetPage(given), 422);
  }

  private async refused(me: Actor, id: string, input: SheetInput, refusal: Refusal) {
    const { row, reading, mark } = await this.openSheet.run(me, id);
    if (refusal.kind === 'conflict') throw refusal;
    if (!reading.editable) throw overtaken('judging.sheet.closed', 'scoreSheet', row.state);
    const given = { row, reading, mark, draft: input, errors: input.errors, typed: input };
    return page('judging/sheet', sheetPage(given), 422);
  }

  /** The sheet has been saved with it, so nothing typed is lost. */
  private async pinned(me: Actor, id: string, act: PinAct) {
    const path = `/judging/sheets/${id}`;
    try {
      if ('unpin' in act) {
        await this.unpinEvidence.run(me, id, act.unpin);
        return redirect(path, 'judging.pin.removed');
      }
      await this.pinEvidence.run(me, id, act.pin);
      return redirect(`${path}#step-${act.pin.indicator}`, 'judging.pin.added');
    } catch (error) {
      if (!(error instanceof Refusal) || error.kind !== 'invalid') throw error;
      const { row, reading, mark } = await this.openSheet.run(me, id);
      const { code, variables, field } = error;
      const errors = [{ field: field ?? '', code, variables }];
      return page('judging/sheet', sheetPage({ row, reading, mark, draft: reading, errors }), 422);
    }
  }

  private async nextPath(me: Actor, id: string, raw: RawForm): Promise<string> {
    if (typedTexts(raw, 'after')[0] !== 'next') return `/judging/sheets/${id}`;
    const head = await this.sheets.head(me.accountId, id);
    const own = await this.judging.ownSheetsOfRound(me.accountId, head?.roundId ?? '');
    const at = own.findIndex((sheet) => sheet.id === id);
    const next = [...own.slice(at + 1), ...own.slice(0, at)].find(({ total }) => total === null);
    return next ? `/judging/sheets/${next.id}` : `/judging/rounds/${head?.roundId}/review`;
  }

  private async proof({ chainHead }: SheetRow): Promise<EntryProof> {
    return chainHead ? this.receipts.ofHash(chainHead) : { kind: 'none' };
  }
}
