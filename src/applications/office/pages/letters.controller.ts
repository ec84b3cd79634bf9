import { Controller, Get, Param, Post } from '@nestjs/common';
import { type CategoryRow, ProgrammeQueries } from '../../../programmes/programme.queries.js';
import { missing } from '../../../rules/refusal.js';
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
    return this.form(unsentForm(LetterForm, { stage: 'submitted' }));
  }

  /** Shows whom it goes to; sent is what comes back from there with the number that was shown. */
  @Post('office/letters')
  @Access('programme.prepare')
  async send(@Me() me: Actor, @Form(LetterForm) form: Submitted<LetterForm>) {
    if (!form.ok) return this.form(form, 422);
    const { id: programmeId, categories } = await this.current();
    const { stage, category, divisionCode, subject, body, merchants } = form.value;
    const known = categories.some(({ code }) => code === category);
    const chosen: ChosenGroup = { stage, category: known ? category : null, divisionCode };
    const preview = async () => {
      const all = await this.letters.addressees(programmeId, chosen);
      return page(
        'applications-office/letter-preview',
        letterPreviewPage(chosen, all, form, categories),
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
    const categories = await this.programmes.categories(programmeId);
    return page('applications-office/letter', officeLetterPage(letter, log, categories));
  }

  @Get('my/letters/:id')
  @Access('merchant')
  async read(@Me() { accountId }: Actor, @Param('id') id: string) {
    const letter = await this.letters.received(id, accountId);
    return page('applications/office-letter', receivedLetterPage(letter));
  }

  private async form(form: Submitted<LetterForm>, status = 200) {
    const programme = await this.programmes.current();
    const rows = {
      open: programme !== null,
      categories: programme ? await this.programmes.categories(programme.id) : [],
      letters: programme ? await this.letters.ofProgramme(programme.id) : [],
    };
    return page('applications-office/letters', lettersPage(rows, form), status);
  }

  private async current(): Promise<{ id: string; categories: CategoryRow[] }> {
    const programme = await this.programmes.current();
    if (!programme) throw missing();
    return { id: programme.id, categories: await this.programmes.categories(programme.id) };
  }
}
