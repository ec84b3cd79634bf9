import { Controller, Get, Param, Post } from '@nestjs/common';
import { Clock } from '../../../config/clock.js';
import { ProgrammeQueries } from '../../../programmes/programme.queries.js';
import { WorkingDays } from '../../../programmes/working-days.js';
import { homeOf } from '../../../accounts/home-of.js';
import { beijingDate } from '../../../rules/calendar/beijing-time.js';
import { applicationIn } from '../../../rules/lifecycle/application-groups.js';
import { missing } from '../../../rules/refusal.js';
import { Access } from '../../../web/access/access.decorator.js';
import { type Actor, merchantOf } from '../../../web/actor.js';
import { Me } from '../../../web/http/parameters.js';
import { page, redirect } from '../../../web/views/page.js';
import { MerchantActs } from '../../merchant-acts.js';
import { type ApplicationRow, ApplicantQueries } from '../applicant.queries.js';
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
    private readonly acts: MerchantActs,
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
    const applications = merchantId ? await this.queries.ofMerchant(merchantId) : [];
    const divisionCode = register?.merchant.divisionCode ?? '';
    const editions = await this.editions(divisionCode, applications);
    const edition = editions.find(({ mayStart }) => mayStart) ?? editions[0];
    const rows = {
      register,
      programme: edition?.programme ?? null,
      programmes,
      window: edition?.window ?? null,
      mayStart: edition?.mayStart ?? false,
      alsoOpen: editions
        .filter((one) => one !== edition && one.mayStart)
        .map(({ programme }) => programme),
      applications,
      openDrafts: new Set(editions.flatMap(({ openDrafts }) => openDrafts)),
      corrections: merchantId ? await this.queries.openCorrections(merchantId) : [],
      awaited: merchantId ? await this.acts.of(merchantId, beijingDate(this.clock.now())) : [],
      titled: merchantId !== null && (await this.queries.holdsTitle(merchantId)),
      messages: await this.my.messages(me.accountId),
      calendar: await this.workingDays.calendar(),
    };
    return page('applications/my', myPage(rows));
  }

  /** The newest first; one may begin before the last one has ended. */
  private async editions(divisionCode: string, applications: readonly ApplicationRow[]) {
    const found = [];
    for (const programme of await this.programmes.running()) {
      const extensions = await this.queries.extensions(programme.id);
      const windowOf = (applicationId: string | null) => {
        const covers = { divisionCode, applicationId };
        return submissionWindow(programme, extensions, covers, this.clock.now());
      };
      const drafts = applications.filter(
        ({ state, programmeId }) => applicationIn.draft.has(state) && programmeId === programme.id,
      );
      found.push({
        programme,
        window: windowOf(drafts[0]?.id ?? null),
        mayStart: windowOf(null)?.open ?? false,
        openDrafts: drafts.filter(({ id }) => windowOf(id)?.open).map(({ id }) => id),
      });
    }
    return found;
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
