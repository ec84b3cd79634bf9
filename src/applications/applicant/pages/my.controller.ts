import { Controller, Get, Param, Post } from '@nestjs/common';
import { Clock } from '../../../config/clock.js';
import { ProgrammeQueries } from '../../../programmes/programme.queries.js';
import { WorkingDays } from '../../../programmes/working-days.js';
import { homeOf } from '../../../accounts/home-of.js';
import { applicationIn } from '../../../rules/lifecycle/application-groups.js';
import { missing } from '../../../rules/refusal.js';
import { Access } from '../../../web/access/access.decorator.js';
import { type Actor, merchantOf } from '../../../web/actor.js';
import { Me } from '../../../web/http/parameters.js';
import { page, redirect } from '../../../web/views/page.js';
import { ApplicantQueries } from '../applicant.queries.js';
import { MyQueries } from '../my.queries.js';
import { ReadMessage } from '../read-message.js';
import { RegisterQueries } from '../register.queries.js';
import { submissionWindow } from '../submission-window.js';
import { myPage } from './my.page.js';

@Controller('my')
export class MyController {
  constructor(
    private readonly programmes: ProgrammeQueries,
    private readonly workingDays: WorkingDays,
    private readonly queries: ApplicantQueries,
    private readonly registers: RegisterQueries,
    private readonly my: MyQueries,
    private readonly readMessage: ReadMessage,
    private readonly clock: Clock,
  ) {}

  /** Also for an account that has no merchant yet: it is told how to begin. */
  @Get()
  @Access('signedIn')
  async show(@Me() me: Actor) {
    if (me.clerk) return redirect(`/office/window/${me.window!.id}`);
    if (me.kind !== 'merchant') return elsewhere(me);
    const merchantId = merchantOf(me);
    const register = merchantId ? await this.registers.of(merchantId) : null;
    const programmes = await this.programmes.all();
    const programme = await this.programmes.current();
    const extensions = programme ? await this.queries.extensions(programme.id) : [];
    const applications = merchantId ? await this.queries.ofMerchant(merchantId) : [];
    const draft = applications.find(
      ({ state, programmeId }) => applicationIn.draft.has(state) && programmeId === programme?.id,
    );
    const divisionCode = register?.merchant.divisionCode ?? '';
    const windowOf = (applicationId: string | null) =>
      programme &&
      submissionWindow(programme, extensions, { divisionCode, applicationId }, this.clock.now());
    const openDrafts = new Set(
      applications
        .filter(
          ({ id, state, programmeId }) =>
            applicationIn.draft.has(state) &&
            programmeId === programme?.id &&
            (windowOf(id)?.open ?? false),
        )
        .map(({ id }) => id),
    );
    const rows = {
      register,
      programme,
      programmes,
      window: windowOf(draft?.id ?? null),
      mayStart: windowOf(null)?.open ?? false,
      applications,
      openDrafts,
      corrections: merchantId ? await this.queries.openCorrections(merchantId) : [],
      titled: merchantId !== null && (await this.queries.holdsTitle(merchantId)),
      messages: await this.my.messages(me.accountId),
      calendar: await this.workingDays.calendar(),
    };
    return page('applications/my', myPage(rows));
  }

  @Post('messages/:id/reading')
  @Access('signedIn')
  async read(@Me() me: Actor, @Param('id') id: string) {
    const { path } = await this.readMessage.run(me, id);
    return redirect(path);
  }
}

/** Public pages lead everybody to `/my`: whoever has another room is led on to it. */
function elsewhere(me: Actor) {
  const home = homeOf(me);
  if (home === '/my') throw missing();
  return redirect(home);
}
