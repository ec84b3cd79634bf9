import { createHmac } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { CONFIG } from '../../config/config.module.js';
import type { Config } from '../../config/config.js';
import { cookiesOf } from './cookies.js';

/** Longer than any round; signing out ends it before. */
const SECONDS = 60 * 86_400;

/**
 * Says on a browser whose files it keeps for work without a network. Whoever else signs in there, by whichever
 * door, is answered with the order to throw all of it away, scripts or no scripts.
 */
@Injectable()
export class DeviceCookie {
  private readonly name: string;
  private readonly options;

  constructor(@Inject(CONFIG) private readonly config: Config) {
    const { device, options } = cookiesOf(config);
    this.name = device;
    this.options = options;
  }

  keep(reply: FastifyReply, accountId: string): void {
    const value = this.ownerMark(accountId);
    reply.setCookie(this.name, value, { ...this.options, maxAge: SECONDS });
  }

  /** What this browser keeps goes with this answer. */
  clear(request: FastifyRequest, reply: FastifyReply): void {
    if (!request.cookies?.[this.name]) return;
    reply.header('clear-site-data', '"storage"');
    reply.clearCookie(this.name, this.options);
  }

  /** A session that merely ran out is nobody else: what was typed without a network waits for its judge. */
  clearOfOthers(request: FastifyRequest, reply: FastifyReply): void {
    const accountId = request.session?.accountId;
    const owner = request.cookies?.[this.name];
    if (accountId && owner && owner !== this.ownerMark(accountId)) this.clear(request, reply);
  }

  /** Nothing that tells which account it is. */
  private ownerMark(accountId: string): string {
    const { secret } = this.config;
    return createHmac('sha256', secret).update(`device ${accountId}`).digest('hex').slice(0, 32);
  }
}

export function clearDevicesOfOthers(server: FastifyInstance, device: DeviceCookie): void {
  server.addHook('onSend', async (request, reply) => device.clearOfOthers(request, reply));
}
