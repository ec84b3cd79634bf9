import { Controller, Get, Param, Post } from '@nestjs/common';
import { Access } from '../../web/access/access.decorator.js';
import type { Actor } from '../../web/actor.js';
import { type RawForm, typedTexts } from '../../web/forms/parse-value.js';
import { type Submitted, unsentForm } from '../../web/forms/submitted.js';
import { Form, Me, RawBody } from '../../web/http/parameters.js';
import { page, redirect } from '../../web/views/page.js';
import { PlanCalendar } from '../plan-calendar.js';
import { ProgrammeQueries } from '../programme.queries.js';
import { attempt } from './attempt.js';
import { OpeningForm, readPhases } from './calendar.form.js';
import { type CalendarState, calendarPage } from './calendar.page.js';

@Controller('office/programmes/:id/calendar')
export class CalendarController {
  constructor(
    private readonly programmes: ProgrammeQueries,
    private readonly planCalendar: PlanCalendar,
  ) {}

  @Get()
  @Access('programme.prepare')
  async show(@Param('id') id: string) {
    return this.page(id, {});
  }

  /** Days as typed into the table. */
  @Post()
  @Access('programme.prepare')
  async update(@Me() me: Actor, @Param('id') id: string, @RawBody() raw: RawForm) {
    const { phases, errors } = readPhases(raw);
    if (errors.length) return this.page(id, { typed: raw, errors }, 422);
    const version = versionOf(raw);
    const outcome = await attempt(() =>
      this.planCalendar.run(me, { programmeId: id, version, phases }),
    );
    if (outcome.kind === 'conflict') return this.page(id, { typed: raw, conflicting: true }, 409);
    if (outcome.kind === 'refused') {
      return this.page(id, { typed: raw, errors: [outcome.error] }, 422);
    }
    return redirect(`/office/programmes/${id}`, 'programmes.calendar.saved');
  }

  /** All phases laid out anew from an opening day. */
  @Post('layout')
  @Access('programme.prepare')
  async layOut(
    @Me() me: Actor,
    @Param('id') id: string,
    @Form(OpeningForm) form: Submitted<OpeningForm>,
    @RawBody() raw: RawForm,
  ) {
    if (!form.ok) return this.page(id, { opening: form }, 422);
    const { openingDay } = form.value;
    const outcome = await attempt(() =>
      this.planCalendar.run(me, { programmeId: id, version: versionOf(raw), openingDay }),
    );
    if (outcome.kind === 'conflict')
      return this.page(id, { opening: form, conflicting: true }, 409);
    if (outcome.kind === 'refused') {
      const opening = form.with({ ...outcome.error, field: 'openingDay' });
      return this.page(id, { opening }, 422);
    }
    return redirect(`/office/programmes/${id}/calendar`, 'programmes.calendar.saved');
  }

  private async page(id: string, state: Partial<CalendarState>, status = 200) {
    const programme = await this.programmes.byId(id);
    const first = programme.calendar[0]?.from ?? '';
    const shown: CalendarState = {
      opening: unsentForm(OpeningForm, { openingDay: first }),
      typed: null,
      errors: [],
      conflicting: false,
      ...state,
    };
    return page('programmes/calendar', calendarPage(programme, shown), status);
  }
}

function versionOf(raw: RawForm): number {
  return Number(typedTexts(raw, 'version')[0]);
}
