import { Controller, Get, HttpCode, Inject, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Config } from '../../config/config.js';
import { CONFIG } from '../../config/config.module.js';
import { missing } from '../../rules/refusal.js';
import { verifierKey } from '../../rules/prooflog/signed-note.js';
import {
  HASH_LENGTH,
  TILE_WIDTH,
  type Tile,
  entryBundle,
  readTilePath,
  tileWidth,
} from '../../rules/prooflog/tiles.js';
import { Access } from '../../web/access/access.decorator.js';
import { ProvesItself } from '../../web/access/proves-itself.decorator.js';
import { type RawForm, typedTexts } from '../../web/forms/parse-value.js';
import { Address, RawBody } from '../../web/http/parameters.js';
import { RateLimits } from '../../web/rate-limits.js';
import { page } from '../../web/views/page.js';
import { AcceptCosignature } from '../accept-cosignature.js';
import { LogQueries } from '../log.queries.js';
import { LogSigner } from '../log-signer.js';
import { LogTiles } from '../log-tiles.js';
import { logPage } from './log.page.js';

const TEXT = 'text/plain; charset=utf-8';
/** The next lock, publication or night brings another one. */
const SHORT = 'public, max-age=5';
const FOR_EVER = 'public, max-age=31536000, immutable';
/** After it comes the level of a tile. */
const TILES = '/log/tile/';

/** The journal as a log that anybody can check: files as C2SP tlog-tiles lays them out, and what they are. */
@Controller('log')
export class LogController {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly log: LogQueries,
    private readonly tiles: LogTiles,
    private readonly signer: LogSigner,
    private readonly acceptCosignature: AcceptCosignature,
    private readonly limits: RateLimits,
  ) {}

  @Get()
  @Access('public')
  async show() {
    const head = await this.log.latest();
    const [witnesses, cosignatures] = await Promise.all([
      this.log.witnesses(),
      head ? this.log.cosignatures(head.size) : [],
    ]);
    const key = verifierKey(this.signer.key(head?.origin ?? this.signer.newOrigin));
    const note = head && (await this.log.note(head));
    const address = `${this.config.publicUrl}/log`;
    return page('prooflog/log', logPage({ head, witnesses, cosignatures, key, note, address }));
  }

  @Get('checkpoint')
  @Access('public')
  async checkpoint(@Res({ passthrough: true }) reply: FastifyReply) {
    const head = await this.log.latest();
    if (!head) throw missing();
    const note = await this.log.note(head);
    void reply.type(TEXT).header('cache-control', SHORT);
    return note;
  }

  /** For tools that verify notes. */
  @Get('key')
  @Access('public')
  async key(@Res({ passthrough: true }) reply: FastifyReply) {
    const head = await this.log.latest();
    void reply.type(TEXT).header('cache-control', SHORT);
    return `${verifierKey(this.signer.key(head?.origin ?? this.signer.newOrigin))}\n`;
  }

  /** Only what a checkpoint covers: what is newer is not there yet. */
  @Get('tile/*')
  @Access('public')
  async tile(@Req() { url }: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply) {
    const tile = readTilePath(url.slice(TILES.length));
    const head = await this.log.latest();
    if (!tile || !head || tile.width > tileWidth(head.size, tile.level, tile.index)) {
      throw missing();
    }
    const content = tile.entries ? await this.entries(tile) : await this.hashes(tile);
    void reply.type('application/octet-stream').header('cache-control', FOR_EVER);
    return content;
  }

  /** A witness hands back where it saw the log end; its own signature says that it is its word. */
  @Post('cosignatures')
  @HttpCode(200)
  @Access('public')
  @ProvesItself()
  async cosign(@RawBody() body: RawForm, @Address() address: string) {
    await this.limits.take('cosignatureAddress', address);
    const [note = ''] = typedTexts(body, 'note');
    return this.acceptCosignature.run(note.replaceAll('\r\n', '\n'));
  }

  private async entries({ index, width }: Tile) {
    const start = index * TILE_WIDTH;
    const leaves = await this.tiles.leaves({ start, end: start + width });
    if (leaves.length < width) throw missing();
    return entryBundle(leaves);
  }

  private async hashes(tile: Tile) {
    const content = await this.tiles.content(tile);
    if (content.length < tile.width * HASH_LENGTH) throw missing();
    return content;
  }
}
