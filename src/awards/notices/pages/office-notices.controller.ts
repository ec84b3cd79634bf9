import { Controller, Get, Param, Post } from '@nestjs/common';
import { ProgrammeQueries } from '../../../programmes/programme.queries.js';
import { conflict, missing } from '../../../rules/refusal.js';
import { Access } from '../../../web/access/access.decorator.js';
import type { Actor } from '../../../web/actor.js';
import { type Submitted, unsentForm } from '../../../web/forms/submitted.js';
import { Asked, Form, Me } from '../../../web/http/parameters.js';
import { page, redirect } from '../../../web/views/page.js';
import { AwardListQueries } from '../../lists/award-list.queries.js';
import { NoticeDraftQueries } from '../notice-draft.queries.js';
import { NoticeQueries } from '../notice.queries.js';
import { PostNotice } from '../post-notice.js';
import { PrepareNotice } from '../prepare-notice.js';
import { HashForm, compared } from '../../pages/compared-hash.js';
import { NoticeForm } from './office-notices.form.js';
import { newNoticePage } from './new-notice.page.js';
import { noticeDraftPage, officeNoticesPage } from './office-notices.page.js';

/** Posted notices shown below the drafts. */
const RECENT = 20;

@Controller('office/notices')
export class OfficeNoticesController {
  constructor(
    private readonly programmes: ProgrammeQueries,
    private readonly notices: NoticeQueries,
    private readonly drafts: NoticeDraftQueries,
    private readonly lists: AwardListQueries,
    private readonly prepare: PrepareNotice,
    private readonly post: PostNotice,
  ) {}

  @Get()
  @Access('list.read')
  async index() {
    return page('awards/office-notices', officeNoticesPage(await this.rows()));
  }

  @Get('new')
  @Access('list.prepare')
  async form(
    @Asked('programme') programme?: string,
    @Asked('programmeId') chosen?: string,
    @Asked('kind') kind?: string,
  ) {
    const [programmes, running] = await Promise.all([
      this.programmes.all(),
      this.programmes.running(),
    ]);
    // Of two that run, whoever writes says which is meant.
    const only = running.length === 1 ? running[0]!.id : '';
    const programmeId = chosen ?? programme ?? only;
    const begun = unsentForm(NoticeForm, { programmeId, kind });
    return page('awards/new-notice', newNoticePage(programmes, begun));
  }

  @Post()
  @Access('list.prepare')
  async create(@Me() me: Actor, @Form(NoticeForm) form: Submitted<NoticeForm>) {
    const outcome = await form.attempt((value) =>
      this.prepare.run(me, Object.assign({ basisText: null }, value)),
    );
    if (!outcome.done) {
      const programmes = await this.programmes.all();
      return page('awards/new-notice', newNoticePage(programmes, outcome.form), 422);
    }
    return redirect(`/office/notices/${outcome.result.draftId}`, 'awards.notice.prepared');
  }

  @Get(':id')
  @Access('list.read')
  async show(@Param('id') id: string) {
    return this.draftPage(id);
  }

  @Post(':id/posting')
  @Access('programme.publish')
  async createPosting(
    @Me() me: Actor,
    @Param('id') draftId: string,
    @Form(HashForm) form: Submitted<HashForm>,
  ) {
    const outcome = await compared(form).attempt(({ hash }) =>
      this.post.run(me, { draftId, hash: hash ?? '' }),
    );
    if (!outcome.done) return this.draftPage(draftId, outcome.form);
    return redirect(`/notices/${outcome.result.noticeId}`, 'awards.notice.posted');
  }

  private async draftPage(id: string, sent?: Submitted<HashForm>) {
    const draft = await this.drafts.byId(id);
    if (!draft) return this.afterDraft(id);
    const list = draft.listId ? await this.lists.byId(draft.listId) : null;
    return page('awards/notice-draft', noticeDraftPage(draft, list, sent), sent ? 422 : 200);
  }

  /** A link to a draft leads to what became of it. */
  private async afterDraft(id: string) {
    const fate = await this.drafts.fateOf(id);
    if (fate === 'posted') return redirect(`/notices/${id}`);
    throw fate ? conflict('awards.notice.replaced') : missing();
  }

  private async rows() {
    const [drafts, posted] = await Promise.all([this.drafts.all(), this.notices.latest(RECENT)]);
    return { drafts, posted };
  }
}
