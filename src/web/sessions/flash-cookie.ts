import { Inject, Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CONFIG } from '../../config/config.module.js';
import type { Config } from '../../config/config.js';
import type { Redirect } from '../views/page.js';
import { type Cookies, cookiesOf } from './cookies.js';

type Sentence = NonNullable<Redirect['flash']>;

/** Long enough to follow a redirect. */
const seconds = 120;

/**
 * The sentence about what was done travels to the next page in a signed cookie: it needs no row, so
 * somebody who signs out hears of it as well, and nobody can put a sentence of their own there.
 */
@Injectable()
export class FlashCookie {
  private readonly cookies: Cookies;

  constructor(@Inject(CONFIG) config: Config) {
    this.cookies = cookiesOf(config);
  }

  keep(reply: FastifyReply, flash: Sentence): void {
    const value = Buffer.from(JSON.stringify(flash)).toString('base64url');
    reply.setCookie(this.cookies.flash, value, {
      ...this.cookies.options,
      signed: true,
      maxAge: seconds,
    });
  }

  /** The sentence, once: the browser is told to forget it. */
  take(request: FastifyRequest, reply: FastifyReply): Sentence | null {
    const given = request.cookies?.[this.cookies.flash];
    if (!given) return null;
    reply.clearCookie(this.cookies.flash, this.cookies.options);
    const { valid, value } = request.unsignCookie(given);
    if (!valid || value === null) return null;
    return JSON.parse(Buffer.from(value, 'base64url').toString()) as Sentence;
  }
}
