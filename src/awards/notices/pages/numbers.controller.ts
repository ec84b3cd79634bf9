import { Controller, Get, Post } from '@nestjs/common';
import { Access } from '../../../web/access/access.decorator.js';
import type { Actor } from '../../../web/actor.js';
import type { Submitted } from '../../../web/forms/submitted.js';
import { Form, Me } from '../../../web/http/parameters.js';
import { page, redirect } from '../../../web/views/page.js';
import { NoticeQueries } from '../notice.queries.js';
import { ReserveNumber } from '../reserve-number.js';
import { ReserveNumberForm } from './numbers.form.js';
import { numbersPage } from './numbers.page.js';

/** Numbers of documents: given, reserved by drafts, and taken for papers issued outside. */
@Controller('office/document-numbers')
export class NumbersController {
  constructor(
    private readonly notices: NoticeQueries,
    private readonly reserveNumber: ReserveNumber,
  ) {}

  @Get()
  @Access('list.read')
  async index() {
    return page('awards/numbers', numbersPage(await this.notices.givenNumbers()));
  }

  @Post()
  @Access('list.prepare')
  async reserve(@Me() me: Actor, @Form(ReserveNumberForm) form: Submitted<ReserveNumberForm>) {
    const outcome = await form.attempt((value) => this.reserveNumber.run(me, value));
    if (!outcome.done) {
      const numbers = await this.notices.givenNumbers();
      return page('awards/numbers', numbersPage(numbers, outcome.form), 422);
    }
    return redirect('/office/document-numbers', 'awards.numbers.reserved');
  }
}
