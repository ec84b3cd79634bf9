import { Controller, Get, Inject, Param, Post } from '@nestjs/common';
import { CONFIG } from '../../config/config.module.js';
import type { Config } from '../../config/config.js';
import { missing } from '../../rules/refusal.js';
import { Access } from '../../web/access/access.decorator.js';
import type { Actor } from '../../web/actor.js';
import { type Submitted, unsentForm } from '../../web/forms/submitted.js';
import { Form, Me, RawBody } from '../../web/http/parameters.js';
import { page, redirect } from '../../web/views/page.js';
import { type RawForm, typedTexts } from '../../web/forms/parse-value.js';
import { type CalendarPreview, CalendarPreviews } from '../calendar-preview.js';
import { MoveDemoClock } from '../move-demo-clock.js';
import { SaveWorkingDayYear } from '../save-working-day-year.js';
import { WorkingDays } from '../working-days.js';
import { attempt } from './attempt.js';
import { DemoClockForm, WorkingDayYearForm, YearForm } from './working-days.form.js';
import { demoClockPage, workingDayYearPage, workingDaysPage } from './working-days.page.js';

@Controller('office')
export class WorkingDaysController {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly workingDays: WorkingDays,
    private readonly previews: CalendarPreviews,
    private readonly saveWorkingDayYear: SaveWorkingDayYear,
    private readonly moveDemoClock: MoveDemoClock,
  ) {}

  @Get('working-days')
  @Access('office.read')
  async list() {
    return page(
      'programmes/working-days',
      workingDaysPage(await this.workingDays.years(), unsentForm(YearForm)),
    );
  }

  /** Opens the form of a year that may not be loaded yet. */
  @Post('working-days')
  @Access('programme.prepare')
  async choose(@Form(YearForm) form: Submitted<YearForm>) {
    if (form.ok) return redirect(`/office/working-days/${form.value.year}`);
    return page(
      'programmes/working-days',
      workingDaysPage(await this.workingDays.years(), form),
      422,
    );
  }

  @Get('working-days/:year')
  @Access('programme.prepare')
  async show(@Param('year') text: string) {
    const year = yearNumber(text);
    const stored = await this.workingDays.year(year);
    return page('programmes/working-day-year', workingDayYearPage(year, stored, null, false, null));
  }

  @Post('working-days/:year')
  @Access('programme.prepare')
  async update(
    @Me() me: Actor,
    @Param('year') text: string,
    @Form(WorkingDayYearForm) form: Submitted<WorkingDayYearForm>,
    @RawBody() raw: RawForm,
  ) {
    const year = yearNumber(text);
    let preview: CalendarPreview | null = null;
    const answer = async (shown: typeof form, conflicting: boolean, status: number) => {
      const stored = await this.workingDays.year(year);
      const model = workingDayYearPage(year, stored, shown, conflicting, preview);
      return page('programmes/working-day-year', model, status);
    };
    if (!form.ok) return answer(form, false, 422);
    const read = await form.attempt((value) =>
      this.previews.of({ year, holidays: value.holidays, makeUpDays: value.makeUpDays }),
    );
    if (!read.done) return answer(read.form, false, 422);
    preview = read.result;
    // Whoever saves has seen exactly what moves.
    const unseen = preview.moved.length > 0 && form.value.seen !== preview.digest;
    if (typedTexts(raw, 'action')[0] === 'check' || unseen) return answer(form, false, 200);
    const outcome = await attempt(() =>
      this.saveWorkingDayYear.run(me, Object.assign({ year }, form.value)),
    );
    if (outcome.kind === 'conflict') return answer(form, true, 409);
    if (outcome.kind === 'refused') return answer(form.with(outcome.error), false, 422);
    return redirect('/office/working-days', 'programmes.saved');
  }

  @Get('demo-clock')
  @Access('office')
  clock() {
    if (!this.config.demo) throw missing();
    return page('programmes/demo-clock', demoClockPage(unsentForm(DemoClockForm)));
  }

  @Post('demo-clock')
  @Access('office')
  async move(@Me() me: Actor, @Form(DemoClockForm) form: Submitted<DemoClockForm>) {
    if (!this.config.demo) throw missing();
    const outcome = await form.attempt((value) => this.moveDemoClock.run(me, value));
    if (!outcome.done) return page('programmes/demo-clock', demoClockPage(outcome.form), 422);
    return redirect('/office', 'programmes.demoClock.moved');
  }
}

function yearNumber(text: string): number {
  if (!/^(20\d{2}|2100)$/.test(text)) throw missing();
  return Number(text);
}
