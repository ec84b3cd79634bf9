import { Controller, Get, HttpCode, Param, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { RecordAccess } from '../../../../accounts/record-access.js';
import { OpenDocument } from '../../../../documents/open-document.js';
import { Clock } from '../../../../config/clock.js';
import { Access } from '../../../../web/access/access.decorator.js';
import type { Actor } from '../../../../web/actor.js';
import { Address, Me } from '../../../../web/http/parameters.js';
import { DeviceCookie } from '../../../../web/sessions/device-cookie.js';
import { download, page } from '../../../../web/views/page.js';
import { OpenSheet } from '../../open-sheet.js';
import { sheetPage } from '../../pages/sheet.page.js';
import { StoredSheetQueries } from '../stored-sheets.queries.js';
import { offlinePage, storedList } from './offline.page.js';

/** What a judge's device takes along for work without a network. Taking along is not yet reading. */
@Controller('judging/offline')
export class OfflineController {
  constructor(
    private readonly stored: StoredSheetQueries,
    private readonly openSheet: OpenSheet,
    private readonly openDocument: OpenDocument,
    private readonly access: RecordAccess,
    private readonly device: DeviceCookie,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Access('judge')
  async show(@Me() { accountId }: Actor) {
    return page('judging/offline', offlinePage(await this.stored.own(accountId)));
  }

  /** What a device may keep now: it throws away all else. */
  @Get('list')
  @Access('judge')
  async list(@Me() { accountId }: Actor) {
    return storedList(accountId, await this.stored.own(accountId), this.clock.now());
  }

  /** Begins the taking along: from now on this browser is known to keep something of this judge. */
  @Post()
  @HttpCode(200)
  @Access('judge')
  async prepare(
    @Me() { accountId }: Actor,
    @Address() address: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const sheets = await this.stored.own(accountId);
    const result = `sheets ${sheets.length}`;
    await this.access.run({
      accountId,
      action: 'sheets.store',
      objectType: 'scoreSheet',
      result,
      address,
    });
    this.device.keep(reply, accountId);
    return storedList(accountId, sheets, this.clock.now());
  }

  @Get('sheets/:id')
  @Access('judge')
  async sheet(@Me() me: Actor, @Param('id') id: string) {
    const { row, reading, mark } = await this.openSheet.run(me, id, false);
    const given = { row, reading, mark, draft: reading, errors: [], stored: true };
    return page('judging/sheet', sheetPage(given));
  }

  @Get('files/:id')
  @Access('judge')
  async file(
    @Me() me: Actor,
    @Param('id') id: string,
    @Address() address: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const document = await this.openDocument.run(me, id, address, 'document.store');
    // As at its own address: whatever it contains, it runs nothing and reaches nothing of this site.
    reply.header('content-security-policy', "sandbox; default-src 'none'; frame-ancestors 'self'");
    reply.header('x-content-type-options', 'nosniff');
    return download(document.content, document.contentType, document.name, document.inline);
  }
}
