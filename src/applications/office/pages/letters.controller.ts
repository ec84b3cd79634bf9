import { Controller, Get, Param, Post } from '@nestjs/common';
import { ProgrammeQueries } from '../../../programmes/programme.queries.js';
import type { ChosenGroup } from '../../../rules/delivery/chosen-group.js';
import { Access } from '../../../web/access/access.decorator.js';
import type { Actor } from '../../../web/actor.js';
import { type Submitted, unsentForm } from '../../../web/forms/submitted.js';
import { Form, Me } from '../../../web/http/parameters.js';
import { page, redirect } from '../../../web/views/page.js';
import { GroupLetterQueries } from '../letters/group-letter.queries.js';
import { WriteLetter } from '../letters/write-letter.js';
import { LetterForm } from './letters.form.js';
import {
  letterPreviewPage,
  lettersPage,
  officeLetterPage,
  receivedLetterPage,
} from './letters.page.js';

const noEdition = {
  field: 'programmeId',
  code: 'applications.letters.chooseEdition',
  variables: {},
};
const otherCategory = {
  field: 'category',
  code: 'applications.letters.otherCategory',
  variables: {},
};

@Controller()
export class LettersController {
  constructor(
    private readonly programmes: ProgrammeQueries,
    private readonly letters: GroupLetterQueries,
    private readonly write: WriteLetter,
  ) {}

  @Get('office/letters')
  @Access('programme.prepare')
  async list() {
    const running = await this.programmes.running();
    const programmeId = running.length === 1 ? running[0]!.id : '';
    return this.form(unsentForm(LetterForm, { programmeId, stage: 'submitted' }));
  }

  /** Shows whom it goes to; sent is what comes back from there with the number that was shown. */
  @Post('office/letters')
  @Access('programme.prepare')
  async send(@Me() me: Actor, @Form(LetterForm) form: Submitted<LetterForm>) {
    if (!form.ok) return this.form(form, 422);
    const { stage, category, divisionCode, subject, body, merchants } = form.value;
    const running = await this.programmes.running();
    const programme = running.find(({ id }) => id === form.value.programmeId);
    if (!programme) return this.form(form.with(noEdition), 422);
    const programmeId = programme.id;
    const categories = await this.programmes.categories(programmeId);
    const known = category === null || categories.some(({ code }) => code === category);
    if (!known) return this.form(form.with(otherCategory), 422);
    const chosen: ChosenGroup = { stage, category, divisionCode };
    const preview = async () => {
      const all = await this.letters.addressees(programmeId, chosen);
      return page(
        'applications-office/letter-preview',
        letterPreviewPage({ programme, chosen, all, categories }, form),
      );
    };
    if (merchants === null) return preview();
    const letter = { programmeId, chosen, subject, body, merchants };
    const outcome = await form.attempt(() => this.write.run(me, letter));
    if (!outcome.done) return this.form(outcome.form, 422);
    return redirect(`/office/letters/${outcome.result}`, 'applications.letters.sent');
  }

  @Get('office/letters/:id')
  @Access('programme.prepare')
  async show(@Param('id') id: string) {
    const letter = await this.letters.byId(id);
    const log = await this.letters.log(id);
    const { programmeId } = letter;
    const [programme, categories] = await Promise.all([
      this.programmes.byId(programmeId),
      this.programmes.categories(programmeId),
    ]);
    return page(
      'applications-office/letter',
      officeLetterPage({ programme, letter, log, categories }),
    );
  }

  @Get('my/letters/:id')
  @Access('merchant')
  async read(@Me() { accountId }: Actor, @Param('id') id: string) {
    const letter = await this.letters.received(id, accountId);
    return page('applications/office-letter', receivedLetterPage(letter));
  }

  private async form(form: Submitted<LetterForm>, status = 200) {
    const programmes = await this.programmes.running();
    const [categories, letters] = await Promise.all([
      this.programmes.categoriesOf(programmes.map(({ id }) => id)),
      this.letters.ofRunning(),
    ]);
    const rows = { programmes, categories, letters };
    return page('applications-office/letters', lettersPage(rows, form), status);
  }
}
