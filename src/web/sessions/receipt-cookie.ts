import { Inject, Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CONFIG } from '../../config/config.module.js';
import type { Config } from '../../config/config.js';
import { Sealer } from '../../database/sealed.js';
import { type Cookies, cookiesOf } from './cookies.js';

/** Long enough to write a code down, short enough for a shared machine. */
const seconds = 600;

/**
 * A receipt whose code nobody keeps travels to its page in a sealed cookie: the page can be loaded again
 * without filing anything a second time, and the code is in no table.
 */
@Injectable()
export class ReceiptCookie {
  private readonly cookies: Cookies;
  private readonly sealer: Sealer;

  constructor(@Inject(CONFIG) config: Config) {
    this.cookies = cookiesOf(config);
    this.sealer = new Sealer(config.secret);
  }

  keep(reply: FastifyReply, receipt: object): void {
    const value = Buffer.from(this.sealer.seal(JSON.stringify(receipt))).toString('base64url');
    reply.setCookie(this.cookies.receipt, value, { ...this.cookies.options, maxAge: seconds });
  }

  /** Null where there is none, or none of ours. */
  read(request: FastifyRequest): unknown {
    const given = request.cookies?.[this.cookies.receipt];
    if (!given) return null;
    try {
      return JSON.parse(this.sealer.open(Buffer.from(given, 'base64url').toString()));
    } catch {
      return null;
    }
  }
}
