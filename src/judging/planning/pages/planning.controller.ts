import { Controller, Get, Param, Post } from '@nestjs/common';
import { Calculations } from '../../../jobs/calculation-jobs.js';
import { type CategoryRow, ProgrammeQueries } from '../../../programmes/programme.queries.js';
import { missing } from '../../../rules/refusal.js';
import { Access } from '../../../web/access/access.decorator.js';
import type { Actor } from '../../../web/actor.js';
import { type Submitted, unsentForm } from '../../../web/forms/submitted.js';
import { Asked, Form, Me } from '../../../web/http/parameters.js';
import { page, redirect } from '../../../web/views/page.js';
import { PlanningQueries } from '../planning.queries.js';
import { RequestPlan } from '../request-plan.js';
import { PlanningForm, planRequest, typedPlan } from './planning.form.js';
import { planningPage, proposedPlan } from './planning.page.js';

/** What a budget of judges and sheets buys, while the rounds of a programme are set up. */
@Controller('office/programmes/:id/planning')
export class PlanningController {
  constructor(
    private readonly programmes: ProgrammeQueries,
    private readonly queries: PlanningQueries,
    private readonly calculations: Calculations,
    private readonly requestPlan: RequestPlan,
  ) {}

  @Get()
  @Access('office.read')
  async show(@Param('id') id: string, @Asked('category') categoryId?: string) {
    return this.page(id, categoryId ?? null, null);
  }

  @Post()
  @Access('programme.prepare')
  async create(
    @Me() me: Actor,
    @Param('id') id: string,
    @Form(PlanningForm) form: Submitted<PlanningForm>,
  ) {
    const programme = await this.programmes.byId(id);
    const categories = await this.programmes.categories(id);
    const category = categories.find((one) => one.id === form.value.categoryId);
    if (!category) throw missing();
    const outcome = await form.attempt((value) =>
      this.requestPlan.run(me, programme, category, planRequest(value)),
    );
    if (!outcome.done) return this.page(id, category.id, outcome.form);
    return redirect(`/office/jobs/${outcome.result}`);
  }

  private async page(id: string, categoryId: string | null, sent: Submitted<PlanningForm> | null) {
    const [programme, categories] = await Promise.all([
      this.programmes.byId(id),
      this.programmes.categories(id),
    ]);
    const category: CategoryRow | undefined = categoryId
      ? categories.find((one) => one.id === categoryId)
      : categories[0];
    if (!category) throw missing();
    const [past, job, { rules }] = await Promise.all([
      this.queries.pastRound(category.code, programme.year),
      this.calculations.latest('planning.designs', category.id),
      this.programmes.rules(id),
    ]);
    const plan = job?.result ?? null;
    const form =
      sent ??
      unsentForm(PlanningForm, typedPlan(proposedPlan(programme, category, rules, past, plan)));
    const rows = { programme, categories, category, past, job, plan, form };
    return page('judging/planning', planningPage(rows), form.ok ? 200 : 422);
  }
}
