import { Controller, Get, Param, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { ProgrammeQueries } from '../../../programmes/programme.queries.js';
import { missing } from '../../../rules/refusal.js';
import { Access } from '../../../web/access/access.decorator.js';
import { download, page } from '../../../web/views/page.js';
import { BoardFeed } from '../board-feed.js';
import { type BoardHead, BoardQueries } from '../board.queries.js';
import { boardPage } from './board.page.js';
import { publicDefencePage } from './public-defence.page.js';

/** What hangs in the hall, and what anybody may read of a defence: numbers, a clock and how lots were drawn. */
@Controller()
export class BoardController {
  constructor(
    private readonly programmes: ProgrammeQueries,
    private readonly boards: BoardQueries,
    private readonly feed: BoardFeed,
  ) {}

  @Get('board/:id')
  @Access('public')
  async board(@Param('id') id: string) {
    const head = await this.head(id);
    return page('judging/board', boardPage(head, await this.boards.board(head)));
  }

  @Get('board/:id/events')
  @Access('public')
  async events(@Param('id') id: string, @Res({ passthrough: true }) reply: FastifyReply) {
    const stream = await this.feed.open(await this.head(id));
    // Not before: a refusal is no stream of events.
    void reply.headers({
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
    });
    // A browser that gets this does not ask again; its board asks for the page.
    if (!stream) void reply.code(204);
    return stream ?? '';
  }

  @Get('programmes/:slug/defence')
  @Access('public')
  async orders(@Param('slug') slug: string) {
    const programme = await this.programmes.bySlug(slug);
    const orders = await this.boards.orders(programme.id);
    return page('judging/public-defence', publicDefencePage({ programme, orders }));
  }

  @Get('programmes/:slug/defence/:roundId/record.json')
  @Access('public')
  async record(@Param('slug') slug: string, @Param('roundId') roundId: string) {
    const programme = await this.programmes.bySlug(slug);
    const orders = await this.boards.orders(programme.id);
    const order = orders.find((one) => one.roundId === roundId);
    if (!order?.record) throw missing();
    const json = `${JSON.stringify(order.record, null, 2)}\n`;
    return download(json, 'application/json; charset=utf-8', `defence-order-${order.number}.json`);
  }

  private async head(id: string): Promise<BoardHead> {
    const head = await this.boards.head(id);
    if (!head) throw missing();
    return head;
  }
}
