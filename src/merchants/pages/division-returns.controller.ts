import { Controller, Get, Post, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Clock } from '../../config/clock.js';
import { beijingDate } from '../../rules/calendar/beijing-time.js';
import { missing } from '../../rules/refusal.js';
import { lastFullYear } from '../../rules/registry/return-years.js';
import { usualDueOn } from '../../rules/reminders/return-due.js';
import { Access } from '../../web/access/access.decorator.js';
import { type Actor, divisionOf } from '../../web/actor.js';
import { type Submitted, unsentForm } from '../../web/forms/submitted.js';
import { Address, Asked, Form, Me } from '../../web/http/parameters.js';
import { page, redirect } from '../../web/views/page.js';
import { CallList } from '../call-list.js';
import { RegistryQueries } from '../registry.queries.js';
import { RemindReturns } from '../remind-returns.js';
import { callListFile } from './call-list-file.js';
import { ReturnReminderForm } from './division-returns.form.js';
import { divisionReturnsPage } from './division-returns.page.js';

/** A division's own filling target: who has not filed the return of the last full year. */
@Controller('division/returns')
export class DivisionReturnsController {
  constructor(
    private readonly registry: RegistryQueries,
    private readonly callLists: CallList,
    private readonly remind: RemindReturns,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Access('division')
  show(@Me() me: Actor, @Address() address: string, @Asked('page') asked?: string) {
    const dueOn = usualDueOn(beijingDate(this.clock.now()));
    const form = unsentForm(ReturnReminderForm, { dueOn });
    return this.page(me, { address, at: Number(asked) || 1, form }, 200);
  }

  /** The same list for a spreadsheet. */
  @Get('file')
  @Access('division')
  async file(
    @Me() me: Actor,
    @Asked('kind') kind: unknown,
    @Req() request: FastifyRequest,
    @Address() address: string,
  ) {
    const division = divisionOf(me);
    if (!division || (kind !== 'csv' && kind !== 'xlsx')) throw missing();
    const year = lastFullYear(this.clock.now());
    const rows = await this.callLists.run(me, { division, year, address });
    const reminded = await this.remind.remindedOn(division, year);
    return callListFile(kind, { rows, reminded, year }, request.lang);
  }

  @Post('reminders')
  @Access('division')
  async reminders(
    @Me() me: Actor,
    @Address() address: string,
    @Form(ReturnReminderForm) form: Submitted<ReturnReminderForm>,
  ) {
    const outcome = await form.attempt(({ dueOn }) => this.remind.run(me, dueOn));
    if (!outcome.done) return this.page(me, { address, at: 1, form: outcome.form }, 422);
    return redirect('/division/returns', 'merchants.divisionReturns.reminded', {
      count: outcome.result.merchants,
    });
  }

  private async page(
    me: Actor,
    {
      address,
      ...shown
    }: {
      readonly address: string;
      readonly at: number;
      readonly form: Submitted<ReturnReminderForm>;
    },
    status: number,
  ) {
    const division = divisionOf(me);
    if (!division) throw missing();
    const year = lastFullYear(this.clock.now());
    const target = (await this.registry.completeness(year)).find(
      ({ divisionCode }) => divisionCode === division,
    );
    const rows = await this.callLists.run(me, { division, year, address });
    const reminded = await this.remind.remindedOn(division, year);
    return page(
      'merchants/division-returns',
      divisionReturnsPage({ division, year, target, rows, reminded, ...shown }),
      status,
    );
  }
}
