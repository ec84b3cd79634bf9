import { Controller, Get, Inject, Param } from '@nestjs/common';
import { CONFIG } from '../../../config/config.module.js';
import type { Config } from '../../../config/config.js';
import { Clock } from '../../../config/clock.js';
import { beijingDate } from '../../../rules/calendar/beijing-time.js';
import { parseVerifyCode } from '../../../rules/identifiers/verify-code.js';
import { missing } from '../../../rules/refusal.js';
import { Access } from '../../../web/access/access.decorator.js';
import { PublicPage } from '../../../web/cache/public-page.decorator.js';
import { Address, Asked } from '../../../web/http/parameters.js';
import { RateLimits } from '../../../web/rate-limits.js';
import { download, page, redirect } from '../../../web/views/page.js';
import { TitleQueries } from '../title.queries.js';
import { squareCode } from '../../../web/views/square-code.js';
import { verifyPage } from './verify.page.js';

@Controller()
export class VerifyController {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly titles: TitleQueries,
    private readonly limits: RateLimits,
    private readonly clock: Clock,
  ) {}

  @Get('verify')
  @Access('public')
  async ask(@Asked('code') code?: string) {
    const typed = code?.trim().slice(0, 40);
    // The number stands above the code on a certificate: whoever typed it sees its title in the list.
    if (typed && (await this.titles.hasNumber(typed))) {
      return redirect(`/awards?name=${encodeURIComponent(typed)}`);
    }
    if (typed) return redirect(`/v/${encodeURIComponent(parseVerifyCode(typed) ?? typed)}`);
    return page('awards/verify', verifyPage('', null, false));
  }

  @Get('verify/:code')
  @Access('public')
  follow(@Param('code') code: string) {
    return redirect(`/v/${encodeURIComponent(code)}`);
  }

  /** A right code is answered from the page store; a wrong one costs a point of its address. */
  @Get('v/:code')
  @Access('public')
  @PublicPage()
  async show(@Param('code') text: string, @Address() address: string) {
    const code = parseVerifyCode(text);
    const row = code ? await this.titles.byCode(code, this.today) : null;
    if (!row) await this.limits.take('verifyAddress', address);
    return page('awards/verify', verifyPage(text, row, true), row ? 200 : 404);
  }

  @Get('v/:code/qr.svg')
  @Access('public')
  @PublicPage()
  async image(@Param('code') text: string) {
    const code = parseVerifyCode(text);
    if (!code) throw missing();
    const svg = await squareCode(`${this.config.publicUrl}/v/${code}`);
    return download(svg, 'image/svg+xml', `${code}.svg`, true);
  }

  private get today(): string {
    return beijingDate(this.clock.now());
  }
}
