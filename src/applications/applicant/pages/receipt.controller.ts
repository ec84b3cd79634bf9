import { Controller, Get, Inject, Param } from '@nestjs/common';
import { CONFIG } from '../../../config/config.module.js';
import type { Config } from '../../../config/config.js';
import { EntryReceipts } from '../../../prooflog/entry-receipts.js';
import type { EntryProof } from '../../../prooflog/prove-entry.js';
import { receiptFile, receiptSquare } from '../../../prooflog/receipt-line.js';
import { missing } from '../../../rules/refusal.js';
import { Access } from '../../../web/access/access.decorator.js';
import type { Actor } from '../../../web/actor.js';
import { Me } from '../../../web/http/parameters.js';
import { download, page } from '../../../web/views/page.js';
import { squareCode } from '../../../web/views/square-code.js';
import { ApplicantQueries } from '../applicant.queries.js';
import { ApplicationFiles, handedIn } from '../application-files.js';
import { answersPage } from './answers.page.js';
import { type HandedIn, receiptPage } from './receipt.page.js';

/** What an applicant keeps of a submission. */
@Controller('my/applications/:id')
export class ReceiptController {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly files: ApplicationFiles,
    private readonly queries: ApplicantQueries,
    private readonly receipts: EntryReceipts,
  ) {}

  @Get('receipt')
  @Access('merchant')
  async receipt(@Me() me: Actor, @Param('id') id: string) {
    return this.sheet(await this.handed(me, id, null));
  }

  @Get('receipt/answers')
  @Access('merchant')
  async answers(@Me() me: Actor, @Param('id') id: string) {
    return page('applications/answers', answersPage(await this.handed(me, id, null)));
  }

  @Get('receipts/:number')
  @Access('merchant')
  async receiptOf(@Me() me: Actor, @Param('id') id: string, @Param('number') number: string) {
    return this.sheet(await this.handed(me, id, number));
  }

  @Get('receipts/:number/answers')
  @Access('merchant')
  async answersOf(@Me() me: Actor, @Param('id') id: string, @Param('number') number: string) {
    return page('applications/answers', answersPage(await this.handed(me, id, number)));
  }

  /** That the public log has the submission, for tools. */
  @Get('receipts/:number/log')
  @Access('merchant')
  async log(@Me() me: Actor, @Param('id') id: string, @Param('number') number: string) {
    const handed = await this.handed(me, id, number);
    return receiptFile(await this.proof(handed), nameOf(handed));
  }

  @Get('receipts/:number/log/square.svg')
  @Access('merchant')
  async logSquare(@Me() me: Actor, @Param('id') id: string, @Param('number') number: string) {
    const handed = await this.handed(me, id, number);
    return receiptSquare(await this.proof(handed), nameOf(handed));
  }

  /** Leads to the progress of the application, which the number alone shows. */
  @Get('receipt/qr.svg')
  @Access('merchant')
  async square(@Me() me: Actor, @Param('id') id: string) {
    const { receiptNumber } = (await this.files.load(me, id)).application;
    if (!receiptNumber) throw missing();
    const svg = await squareCode(`${this.config.publicUrl}/progress?number=${receiptNumber}`);
    return download(svg, 'image/svg+xml', `${receiptNumber}.svg`, true);
  }

  private async sheet(handed: HandedIn) {
    return page('applications/receipt', receiptPage(handed, await this.proof(handed)));
  }

  private async proof({ file, submission }: HandedIn): Promise<EntryProof> {
    if (!submission) return { kind: 'none' };
    return this.receipts.of({
      subjectId: file.application.id,
      says: { contentHash: submission.contentHash },
    });
  }

  /** @param number of the submission; null for the one that counts */
  private async handed(me: Actor, id: string, number: string | null): Promise<HandedIn> {
    const file = await this.files.load(me, id);
    const submission =
      number === null
        ? (file.submissions.at(-1) ?? null)
        : file.submissions.find((one) => String(one.number) === number);
    if (!file.application.receiptNumber || submission === undefined) throw missing();
    const shown = submission ? handedIn(file, submission) : file;
    return { file: shown, submission, given: await this.queries.declarations(id) };
  }
}

function nameOf({ file, submission }: HandedIn): string {
  return `${file.application.receiptNumber}-${submission?.number ?? 1}`;
}
