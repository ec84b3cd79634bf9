import { Controller, Get, Inject, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CodeLimits } from '../../../accounts/codes/code-limits.js';
import { CONFIG } from '../../../config/config.module.js';
import type { Config } from '../../../config/config.js';
import { DocumentQueries } from '../../../documents/document.queries.js';
import { parseVerifyCode } from '../../../rules/identifiers/verify-code.js';
import { EntryReceipts } from '../../../prooflog/entry-receipts.js';
import { receiptFile, receiptSquare } from '../../../prooflog/receipt-line.js';
import { Refusal, missing } from '../../../rules/refusal.js';
import { Access } from '../../../web/access/access.decorator.js';
import { type Submitted, unsentForm } from '../../../web/forms/submitted.js';
import { Address, Asked, Files, Form } from '../../../web/http/parameters.js';
import type { UploadedFile } from '../../../web/http/uploaded-file.js';
import { RateLimits } from '../../../web/rate-limits.js';
import { ReceiptCookie } from '../../../web/sessions/receipt-cookie.js';
import { download, page, redirect } from '../../../web/views/page.js';
import { squareCode } from '../../../web/views/square-code.js';
import { AddToObjection } from '../add-to-objection.js';
import { AskObjectionCode } from '../ask-objection-code.js';
import { typedFollowHash } from '../follow-code.js';
import { ObjectionQueries } from '../objection.queries.js';
import { OpenOwnEvidence } from '../open-own-evidence.js';
import { RenewFollowCodes } from '../renew-follow-codes.js';
import { keptCodes, readCodes } from './kept-codes.js';
import { CodeForm } from '../../../accounts/codes/code.form.js';
import { AdditionForm, FollowForm, LostCodeForm } from './objections.form.js';
import {
  objectionFiledPage,
  objectionFollowPage,
  objectionLostPage,
  objectionOwnPage,
} from './own-objection.page.js';

/** Pages of whoever objected, without an account: the code opens them, and a sealed cookie for some minutes. */
@Controller('objections')
export class OwnObjectionController {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly objections: ObjectionQueries,
    private readonly documents: DocumentQueries,
    private readonly add: AddToObjection,
    private readonly open: OpenOwnEvidence,
    private readonly askCode: AskObjectionCode,
    private readonly renew: RenewFollowCodes,
    private readonly limits: RateLimits,
    private readonly codeLimits: CodeLimits,
    private readonly receipts: ReceiptCookie,
    private readonly logReceipts: EntryReceipts,
  ) {}

  /** Of the objection that this browser filed or opened a moment ago; loading it again files nothing. */
  @Get('receipt')
  @Access('public')
  receipt(@Req() request: FastifyRequest) {
    const kept = readCodes(this.receipts, request);
    if (!kept) return redirect('/objections/follow');
    return page('awards/objection-filed', objectionFiledPage(kept));
  }

  /** Leads to the form with both filled in; nothing is opened before it is sent. */
  @Get('receipt/:number/qr.svg')
  @Access('public')
  async image(@Req() request: FastifyRequest, @Param('number') number: string) {
    const codes = readCodes(this.receipts, request)?.codes ?? [];
    const own = codes.find(({ receiptNumber }) => receiptNumber === number);
    if (!own) throw missing();
    const query = new URLSearchParams({ receipt: own.receiptNumber, code: own.followCode });
    const svg = await squareCode(`${this.config.publicUrl}/objections/follow?${query.toString()}`);
    return download(svg, 'image/svg+xml', `${number}.svg`, true);
  }

  @Get('follow')
  @Access('public')
  follow(@Asked('receipt') receiptNumber = '', @Asked('code') code = '') {
    const form = unsentForm(FollowForm, { receiptNumber, code });
    return page('awards/objection-follow', objectionFollowPage(form));
  }

  @Post('follow')
  @Access('public')
  async showFollowed(
    @Address() address: string,
    @Form(FollowForm) form: Submitted<FollowForm>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    if (form.ok) await this.limits.take('objectionAddress', address);
    const outcome = await form.attempt(async ({ receiptNumber, code }) => {
      const found = await this.find(receiptNumber, code);
      if (!found) throw new Refusal('awards.objection.notFound', {}, 'code');
      return { receiptNumber: found.receiptNumber, followCode: tidy(code) };
    });
    if (!outcome.done) {
      return page('awards/objection-follow', objectionFollowPage(outcome.form), 422);
    }
    this.receipts.keep(reply, keptCodes('followed', [outcome.result]));
    return redirect('/objections/followed');
  }

  @Get('followed')
  @Access('public')
  async followed(@Req() request: FastifyRequest) {
    const [own] = readCodes(this.receipts, request)?.codes ?? [];
    const shown = own && (await this.ownPage(own.receiptNumber, own.followCode));
    return shown ?? redirect('/objections/follow');
  }

  @Post('evidence')
  @Access('public')
  async createAddition(
    @Address() address: string,
    @Form(AdditionForm) form: Submitted<AdditionForm>,
    @Files() files: readonly UploadedFile[],
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    if (form.ok) await this.limits.take('objectionAddress', address);
    const evidence = files.find(({ field, size }) => field === 'evidence' && size > 0) ?? null;
    const receiptNumber = (form.value.receiptNumber ?? '').toUpperCase();
    const code = form.value.code ?? '';
    const outcome = await form.attempt(({ note }) =>
      this.add.run({ receiptNumber, code, note, evidence }),
    );
    if (!outcome.done) {
      const shown = await this.ownPage(receiptNumber, code, outcome.form);
      return shown ?? page('awards/objection-follow', objectionFollowPage(outcome.form), 422);
    }
    this.receipts.keep(reply, keptCodes('followed', [{ receiptNumber, followCode: tidy(code) }]));
    return redirect('/objections/followed', 'awards.objection.addDone');
  }

  /** That the public log has the objection, for whoever opened it a moment ago in this browser. */
  @Get('followed/log')
  @Access('public')
  async log(@Req() request: FastifyRequest) {
    const { proof, name } = await this.ownProof(request);
    return receiptFile(proof, name);
  }

  @Get('followed/log/square.svg')
  @Access('public')
  async logSquare(@Req() request: FastifyRequest) {
    const { proof, name } = await this.ownProof(request);
    return receiptSquare(proof, name);
  }

  @Get('files/:id')
  @Access('public')
  async file(
    @Req() request: FastifyRequest,
    @Param('id') id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const [own] = readCodes(this.receipts, request)?.codes ?? [];
    if (!own) throw missing();
    const { content, contentType, name, inline } = await this.open.run(own, id);
    // Whatever a file contains, it runs nothing and reaches nothing of this site.
    reply.header('content-security-policy', "sandbox; default-src 'none'; frame-ancestors 'self'");
    reply.header('x-content-type-options', 'nosniff');
    return download(content, contentType, name, inline);
  }

  @Get('lost')
  @Access('public')
  lost() {
    return page('awards/objection-lost', objectionLostPage('mobile', unsentForm(LostCodeForm)));
  }

  @Post('lost')
  @Access('public')
  async ask(@Address() address: string, @Form(LostCodeForm) form: Submitted<LostCodeForm>) {
    if (form.ok) await this.codeLimits.beforeSending(address, form.value.mobile);
    const outcome = await form.attempt((value) => this.askCode.run(value));
    if (outcome.done) return redirect(`/objections/lost/code?id=${outcome.result}`);
    return page('awards/objection-lost', objectionLostPage('mobile', outcome.form), 422);
  }

  @Get('lost/code')
  @Access('public')
  code(@Asked('id') id = '') {
    return page('awards/objection-lost', objectionLostPage('code', unsentForm(CodeForm), id));
  }

  @Post('lost/code')
  @Access('public')
  async renewCodes(
    @Form(CodeForm) form: Submitted<CodeForm>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const id = form.value.id ?? '';
    if (form.ok) await this.codeLimits.beforeTrying(id);
    const outcome = await form.attempt(({ code }) => this.renew.run({ id, code }));
    if (!outcome.done) {
      return page('awards/objection-lost', objectionLostPage('code', outcome.form, id), 422);
    }
    this.receipts.keep(reply, keptCodes('renewed', outcome.result));
    return redirect('/objections/receipt');
  }

  private find(receiptNumber: string, code: string) {
    return this.objections.followed(receiptNumber.toUpperCase(), typedFollowHash(code));
  }

  /** Null where the code opens nothing. */
  private async ownProof(request: FastifyRequest) {
    const [own] = readCodes(this.receipts, request)?.codes ?? [];
    const row = own && (await this.find(own.receiptNumber, own.followCode));
    if (!row) throw missing();
    const subjectId = row.id;
    const proof = await this.logReceipts.of({ event: 'objection.receive', subjectId });
    return { proof, name: row.receiptNumber };
  }

  private async ownPage(receiptNumber: string, code: string, sent?: Submitted<AdditionForm>) {
    const row = await this.find(receiptNumber, code);
    if (!row) return null;
    const evidence = row.evidenceId ? await this.documents.byId(row.evidenceId) : null;
    const additions = await this.objections.additions(row.id);
    const proof = await this.logReceipts.of({ event: 'objection.receive', subjectId: row.id });
    const own = { row, code, evidenceName: evidence?.name ?? null, additions, proof };
    return page('awards/objection-own', objectionOwnPage(own, sent), sent ? 422 : 200);
  }
}

/** As it is printed, however it was typed. */
function tidy(code: string): string {
  return parseVerifyCode(code) ?? code;
}
