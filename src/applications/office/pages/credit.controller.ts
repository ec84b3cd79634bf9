import { Controller, Get, Param, Post } from '@nestjs/common';
import { Clock } from '../../../config/clock.js';
import { ProgrammeQueries } from '../../../programmes/programme.queries.js';
import { beijingDate } from '../../../rules/calendar/beijing-time.js';
import { Access } from '../../../web/access/access.decorator.js';
import type { Actor } from '../../../web/actor.js';
import { typedTexts } from '../../../web/forms/parse-value.js';
import type { Submitted } from '../../../web/forms/submitted.js';
import { Asked, Form, Me } from '../../../web/http/parameters.js';
import { page, redirect } from '../../../web/views/page.js';
import { namedPoint } from '../screening/check-point-of.js';
import { CreditQueries } from '../screening/credit.queries.js';
import { RenewCreditChecks } from '../screening/renew-credit-checks.js';
import { VetoQueries } from '../screening/veto.queries.js';
import { CreditForm } from './credit.form.js';
import { creditPage } from './credit.page.js';
import type { CheckPoint } from '../../../rules/lifecycle/check-point.js';
import { batchPoint } from '../../../rules/lifecycle/check-point.js';

/** Credit queries are asked again before the notice and before conferment. */
@Controller('office/credit')
export class CreditController {
  constructor(
    private readonly programmes: ProgrammeQueries,
    private readonly credit: CreditQueries,
    private readonly vetoes: VetoQueries,
    private readonly renew: RenewCreditChecks,
    private readonly clock: Clock,
  ) {}

  @Get(':programmeId')
  @Access('office.read')
  async show(@Param('programmeId') programmeId: string, @Asked('point') named: unknown) {
    return this.page(programmeId, named, null);
  }

  @Post(':programmeId')
  @Access('screen')
  async create(
    @Me() me: Actor,
    @Param('programmeId') programmeId: string,
    @Asked('point') named: unknown,
    @Form(CreditForm) form: Submitted<CreditForm>,
  ) {
    const checkPoint = await this.point(programmeId, named);
    const outcome = await form.attempt(({ source, asOf }) =>
      this.renew.run(me, {
        programmeId,
        checkPoint,
        applications: typedTexts(form.typed, 'applications'),
        rules: typedTexts(form.typed, 'rules'),
        source,
        asOf,
      }),
    );
    if (!outcome.done) return this.page(programmeId, named, outcome.form);
    const variables = { count: outcome.result };
    return redirect(
      `/office/credit/${programmeId}?point=${checkPoint}`,
      'review.veto.recorded',
      variables,
    );
  }

  private async point(programmeId: string, named: unknown): Promise<CheckPoint> {
    const { state } = await this.programmes.byId(programmeId);
    if (named === 'K1') return named;
    return namedPoint(named) ?? batchPoint(state);
  }

  private async page(programmeId: string, named: unknown, sent: Submitted<CreditForm> | null) {
    const programme = await this.programmes.byId(programmeId);
    const point = await this.point(programmeId, named);
    const rows = await this.credit.list(programmeId, point);
    const today = beijingDate(this.clock.now());
    const ids = rows.map(({ id }) => id);
    const blockers = await this.vetoes.blockers(ids, point, today);
    const { rules } = await this.programmes.rules(programmeId);
    return page(
      'applications-office/credit',
      creditPage({ programme, point, rows, blockers, rules, today }, sent),
      sent ? 422 : 200,
    );
  }
}
