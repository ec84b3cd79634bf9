import { Controller, Get, Param, Post } from '@nestjs/common';
import { Access } from '../../web/access/access.decorator.js';
import type { Actor } from '../../web/actor.js';
import type { RawForm } from '../../web/forms/parse-value.js';
import { type Submitted, unsentForm } from '../../web/forms/submitted.js';
import { Form, Me, RawBody } from '../../web/http/parameters.js';
import { page, redirect } from '../../web/views/page.js';
import { EditProgramme } from '../edit-programme.js';
import { PrepareProgramme } from '../prepare-programme.js';
import { ProgrammeQueries } from '../programme.queries.js';
import { PRESET_SOURCE } from '../presets.js';
import { SetRounds } from '../set-rounds.js';
import { attempt } from './attempt.js';
import { EditDetailsForm, NewProgrammeForm } from './details.form.js';
import { detailsPage, newProgrammePage, storedDetails } from './details.page.js';
import { readRounds, roundsPage } from './rounds.page.js';

@Controller('office/programmes')
export class SetUpController {
  constructor(
    private readonly programmes: ProgrammeQueries,
    private readonly prepareProgramme: PrepareProgramme,
    private readonly editProgramme: EditProgramme,
    private readonly setRounds: SetRounds,
  ) {}

  @Get('new')
  @Access('programme.prepare')
  async start() {
    const programmes = await this.programmes.all();
    const latest = programmes.find(({ ruleVersionId }) => ruleVersionId !== null);
    const copied = latest
      ? {
          ...storedDetails(latest),
          name: latest.name.replaceAll(String(latest.year), String(latest.year + 1)),
          year: String(latest.year + 1),
          dataYear: String(latest.dataYear + 1),
        }
      : {};
    const form = unsentForm(NewProgrammeForm, {
      ...copied,
      sourceId: latest?.id ?? PRESET_SOURCE,
      categories: ['G', 'Y', 'N'],
    });
    const names = await this.programmes.categoryNames();
    return page('programmes/new', newProgrammePage(form, programmes, names));
  }

  @Post()
  @Access('programme.prepare')
  async create(@Me() me: Actor, @Form(NewProgrammeForm) form: Submitted<NewProgrammeForm>) {
    const outcome = await form.attempt((value) => this.prepareProgramme.run(me, value));
    if (!outcome.done) {
      const programmes = await this.programmes.all();
      const names = await this.programmes.categoryNames();
      return page('programmes/new', newProgrammePage(outcome.form, programmes, names), 422);
    }
    return redirect(`/office/programmes/${outcome.result.programmeId}`, 'programmes.prepared');
  }

  @Get(':id/details')
  @Access('programme.prepare')
  async details(@Param('id') id: string) {
    const programme = await this.programmes.byId(id);
    const form = unsentForm(EditDetailsForm, storedDetails(programme));
    return page('programmes/details', detailsPage(programme, form, false));
  }

  @Post(':id/details')
  @Access('programme.prepare')
  async updateDetails(
    @Me() me: Actor,
    @Param('id') id: string,
    @Form(EditDetailsForm) form: Submitted<EditDetailsForm>,
  ) {
    const programme = await this.programmes.byId(id);
    if (!form.ok) return page('programmes/details', detailsPage(programme, form, false), 422);
    let withdrawn = false;
    const outcome = await attempt(async () => {
      const result = await this.editProgramme.run(
        me,
        Object.assign({ programmeId: id }, form.value),
      );
      withdrawn = result.approvalWithdrawn;
    });
    if (outcome.kind === 'conflict') {
      const newest = await this.programmes.byId(id);
      return page('programmes/details', detailsPage(newest, form, true), 409);
    }
    if (outcome.kind === 'refused') {
      const refused = form.with(outcome.error);
      return page('programmes/details', detailsPage(programme, refused, false), 422);
    }
    const flash = withdrawn ? 'programmes.savedApprovalWithdrawn' : 'programmes.saved';
    return redirect(`/office/programmes/${id}`, flash);
  }

  @Get(':id/rounds')
  @Access('programme.prepare')
  async rounds(@Param('id') id: string) {
    return this.roundsPage(id, { typed: null, errors: [], conflicting: false });
  }

  @Post(':id/rounds')
  @Access('programme.prepare')
  async updateRounds(@Me() me: Actor, @Param('id') id: string, @RawBody() raw: RawForm) {
    const { rounds, errors } = readRounds(raw, await this.programmes.rounds(id));
    if (errors.length) return this.roundsPage(id, { typed: raw, errors, conflicting: false }, 422);
    const outcome = await attempt(() => this.setRounds.run(me, { programmeId: id, rounds }));
    if (outcome.kind === 'conflict') {
      return this.roundsPage(id, { typed: raw, errors: [], conflicting: true }, 409);
    }
    if (outcome.kind === 'refused') {
      const refused = { typed: raw, errors: [outcome.error], conflicting: false };
      return this.roundsPage(id, refused, 422);
    }
    return redirect(`/office/programmes/${id}`, 'programmes.saved');
  }

  private async roundsPage(id: string, state: Parameters<typeof roundsPage>[3], status = 200) {
    const programme = await this.programmes.byId(id);
    const categories = await this.programmes.categories(id);
    const names = new Map(categories.map((one) => [one.id, { zh: one.nameZh, en: one.nameEn }]));
    const rounds = await this.programmes.rounds(id);
    return page('programmes/rounds', roundsPage(programme, rounds, names, state), status);
  }
}
