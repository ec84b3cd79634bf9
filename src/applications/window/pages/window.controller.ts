import { Controller, Get, Param, Post } from '@nestjs/common';
import { ShowList } from '../../../accounts/show-list.js';
import { Clock } from '../../../config/clock.js';
import { MerchantQueries } from '../../../merchants/merchant.queries.js';
import { beijingDate } from '../../../rules/calendar/beijing-time.js';
import { Access } from '../../../web/access/access.decorator.js';
import { allows } from '../../../web/access/policies.js';
import type { Actor } from '../../../web/actor.js';
import { type Submitted, unsentForm } from '../../../web/forms/submitted.js';
import { ListVisit, type ListVisitor } from '../../../web/http/list-visitor.js';
import { Asked, Files, Form, Me } from '../../../web/http/parameters.js';
import type { UploadedFile } from '../../../web/http/uploaded-file.js';
import { listPage } from '../../../web/lists/list-page.js';
import { page, redirect } from '../../../web/views/page.js';
import { CloseWindow } from '../close-window.js';
import { OpenWindow } from '../open-window.js';
import { windowList } from '../window-list.js';
import { WindowQueries } from '../window.queries.js';
import { newWindowPage } from './new-window.page.js';
import { WindowForm } from './window.form.js';
import { windowPage } from './window.page.js';

const TITLE = 'applications.window.title';

/** Where the office types in what people bring on paper. */
@Controller('office/window')
export class WindowController {
  constructor(
    private readonly windows: WindowQueries,
    private readonly merchants: MerchantQueries,
    private readonly openWindow: OpenWindow,
    private readonly closeWindow: CloseWindow,
    private readonly showList: ShowList,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Access('registry.read')
  index(@Me() me: Actor, @ListVisit() visitor: ListVisitor) {
    const entry = { href: '/office/window/new', label: 'applications.window.new' };
    const links = allows('registry.edit', me) ? [entry] : [];
    return this.showList.run(visitor, this.table(), TITLE, (found) =>
      page('lists/list', listPage(found, { title: TITLE, links })),
    );
  }

  @Get('new')
  @Access('registry.edit')
  create(@Me() me: Actor, @Asked('merchant') merchantId = '') {
    if (me.window) return redirect(`/office/window/${me.window.id}`);
    return this.page(unsentForm(WindowForm), merchantId, 200);
  }

  @Post()
  @Access('registry.edit')
  async open(
    @Me() me: Actor,
    @Form(WindowForm) form: Submitted<WindowForm>,
    @Asked('merchant') merchantId = '',
    @Files() files: readonly UploadedFile[],
  ) {
    const sheet = files.find(({ field, size }) => field === 'sheet' && size > 0) ?? null;
    const outcome = await form.attempt(({ person, telephone, capacity }) =>
      this.openWindow.run(me, {
        person,
        telephone,
        capacity,
        merchantId: merchantId || null,
        sheet,
      }),
    );
    if (!outcome.done) return this.page(outcome.form, merchantId, 422);
    return redirect(`/office/window/${outcome.result.entryId}`, 'applications.window.done');
  }

  @Get(':id')
  @Access('registry.read')
  async show(@Me() me: Actor, @Param('id') id: string, @ListVisit() visitor: ListVisitor) {
    const entry = await this.windows.byId(id);
    const shown = page(
      'window/entry',
      windowPage({
        entry,
        open: me.window?.id === id,
        register: await this.windows.register(entry.merchantId),
        applications: await this.windows.applications(entry.merchantId),
      }),
    );
    return this.showList.walk(visitor, id, () => Promise.resolve(this.table()), shown);
  }

  @Post(':id/closing')
  @Access('registry.edit')
  async close(@Me() me: Actor, @Param('id') id: string) {
    await this.closeWindow.run(me, id);
    return redirect(`/office/window/${id}`, 'applications.window.closed.done');
  }

  private table() {
    return windowList(beijingDate(this.clock.now()));
  }

  private async page(form: Submitted<WindowForm>, merchantId: string, status: number) {
    const merchant = merchantId ? await this.merchants.byId(merchantId) : null;
    return page('window/new', newWindowPage(form, merchant), status);
  }
}
