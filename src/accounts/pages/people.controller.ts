import { Controller, Get, Param, Post } from '@nestjs/common';
import { Access } from '../../web/access/access.decorator.js';
import type { Actor } from '../../web/actor.js';
import { type Submitted, unsentForm } from '../../web/forms/submitted.js';
import { Form, Me, Search } from '../../web/http/parameters.js';
import { page, redirect } from '../../web/views/page.js';
import { AppointPerson } from '../appoint-person.js';
import { CreateOfficeAccount } from '../create-office-account.js';
import { DisableAccount } from '../disable-account.js';
import { EndDuty } from '../end-duty.js';
import { PeopleQueries } from '../people.queries.js';
import { ResetPassword } from '../reset-password.js';
import { AppointForm, NewPersonForm, PeopleSearch } from './people.form.js';
import { newPersonPage, oneTimePasswordPage, peoplePage } from './people.page.js';
import { personPage } from './person.page.js';

@Controller('admin')
export class PeopleController {
  constructor(
    private readonly people: PeopleQueries,
    private readonly createAccount: CreateOfficeAccount,
    private readonly appoint: AppointPerson,
    private readonly endDuty: EndDuty,
    private readonly disable: DisableAccount,
    private readonly resetPassword: ResetPassword,
  ) {}

  @Get()
  @Access('administer')
  async list(@Search(PeopleSearch) search: Submitted<PeopleSearch>) {
    const { name, kind, page: asked } = search.value;
    const number = /^[1-9]\d*$/.test(asked ?? '') ? Number(asked) : 1;
    const found = await this.people.page(search.ok && kind ? kind : 'office', name, number);
    const duties = await this.people.dutiesOf(found.people.map(({ id }) => id));
    return page('admin/people', peoplePage(search, found, duties, number), search.ok ? 200 : 422);
  }

  @Get('people/new')
  @Access('administer')
  fresh() {
    return page('admin/new-person', newPersonPage(unsentForm(NewPersonForm, { kind: 'office' })));
  }

  @Post('people')
  @Access('administer')
  async create(@Me() me: Actor, @Form(NewPersonForm) form: Submitted<NewPersonForm>) {
    const outcome = await form.attempt((value) => this.createAccount.run(me, value));
    if (!outcome.done) return page('admin/new-person', newPersonPage(outcome.form), 422);
    const { accountId, password } = outcome.result;
    const person = await this.people.byId(accountId);
    return page('admin/one-time-password', oneTimePasswordPage(person, password));
  }

  @Get('people/:id')
  @Access('administer')
  async show(@Param('id') id: string) {
    return this.person(id, unsentForm(AppointForm));
  }

  @Post('people/:id/duties')
  @Access('administer')
  async grant(
    @Me() me: Actor,
    @Param('id') id: string,
    @Form(AppointForm) form: Submitted<AppointForm>,
  ) {
    const outcome = await form.attempt(({ role, divisionCode }) =>
      this.appoint.run(me, { accountId: id, role, divisionCode: divisionCode || null }),
    );
    if (!outcome.done) return this.person(id, outcome.form, 422);
    return redirect(`/admin/people/${id}`, 'accounts.appointed');
  }

  @Post('people/:id/duty-endings/:dutyId')
  @Access('administer')
  async end(@Me() me: Actor, @Param('id') id: string, @Param('dutyId') dutyId: string) {
    const outcome = await unsentForm(AppointForm).attempt(() =>
      this.endDuty.run(me, { accountId: id, dutyId }),
    );
    if (!outcome.done) return this.person(id, outcome.form, 422);
    return redirect(`/admin/people/${id}`, 'accounts.duty.ended');
  }

  @Post('people/:id/disable')
  @Access('administer')
  async close(@Me() me: Actor, @Param('id') id: string) {
    const outcome = await unsentForm(AppointForm).attempt(() => this.disable.run(me, id));
    if (!outcome.done) return this.person(id, outcome.form, 422);
    return redirect(`/admin/people/${id}`, 'accounts.disabled');
  }

  @Post('people/:id/password')
  @Access('administer')
  async reset(@Me() me: Actor, @Param('id') id: string) {
    const { password } = await this.resetPassword.run(me, id);
    const person = await this.people.byId(id);
    return page('admin/one-time-password', oneTimePasswordPage(person, password));
  }

  private async person(id: string, form: Submitted<AppointForm>, status = 200) {
    const person = await this.people.byId(id);
    const duties = await this.people.dutiesOf([id]);
    return page('admin/person', personPage(person, duties, form), status);
  }
}
