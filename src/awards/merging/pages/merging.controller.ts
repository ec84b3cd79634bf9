import { Controller, Get, Param, Post } from '@nestjs/common';
import { DuplicateQueries } from '../../../merchants/duplicate.queries.js';
import { MerchantQueries } from '../../../merchants/merchant.queries.js';
import { Refusal, missing } from '../../../rules/refusal.js';
import { Access } from '../../../web/access/access.decorator.js';
import type { Actor } from '../../../web/actor.js';
import { type RawForm, typedTexts } from '../../../web/forms/parse-value.js';
import { Asked, Me, RawBody } from '../../../web/http/parameters.js';
import { page, redirect } from '../../../web/views/page.js';
import { MergeMerchants } from '../merge-merchants.js';
import { MergePlanQueries } from '../merge-plan.queries.js';
import { MergeQueries } from '../merge.queries.js';
import { UndoMerge } from '../undo-merge.js';
import { type TypedMerge, previewPage } from './merge-preview.page.js';
import { duplicatesPage, mergePage, partnerPage } from './merging.page.js';

/** How many records a search shows. */
const MOST = 20;
const PATH = '/office/registry/merges';

/** Records of the register that are of one merchant. */
@Controller('office/registry/merges')
export class MergingController {
  constructor(
    private readonly duplicates: DuplicateQueries,
    private readonly merchants: MerchantQueries,
    private readonly plans: MergePlanQueries,
    private readonly merges: MergeQueries,
    private readonly merge: MergeMerchants,
    private readonly undo: UndoMerge,
  ) {}

  @Get()
  @Access('registry.read')
  async index() {
    const pairs = await this.duplicates.pairs();
    return page('merchants/duplicates', duplicatesPage(pairs, await this.merges.all()));
  }

  @Get('new')
  @Access('registry.edit')
  async preview(
    @Asked('merged') merged = '',
    @Asked('kept') kept = '',
    @Asked('other') other = '',
  ) {
    if (kept) return this.planned({ merged, kept, reason: '', returns: {} }, null);
    const found = await this.duplicates.search(other, merged, MOST);
    const model = partnerPage(await this.merchants.byId(merged), other, found);
    return page('merchants/merge-partner', model);
  }

  @Post()
  @Access('registry.edit')
  async create(@Me() me: Actor, @RawBody() raw: RawForm) {
    const text = (name: string) => typedTexts(raw, name)[0]?.trim() ?? '';
    const years = Object.keys(raw).filter((name) => /^return\d{4}$/.test(name));
    const returns = Object.fromEntries(
      years.map((name) => [name.slice('return'.length), text(name)]),
    ) as TypedMerge['returns'];
    const typed = { merged: text('merged'), kept: text('kept'), reason: text('reason'), returns };
    try {
      const { mergeId } = await this.merge.run(me, {
        mergedId: typed.merged,
        keptId: typed.kept,
        digest: text('digest'),
        reason: typed.reason || null,
        returns,
      });
      return redirect(`${PATH}/${mergeId}`, 'merchants.merge.done');
    } catch (error) {
      if (!(error instanceof Refusal) || error.kind === 'missing') throw error;
      return this.planned(typed, error);
    }
  }

  /** The merge of a merged record, wherever its page leads. */
  @Get('of/:merchantId')
  @Access('registry.read')
  async ofMerged(@Param('merchantId') merchantId: string) {
    const found = await this.merges.ofMerged(merchantId);
    if (!found) throw missing();
    return redirect(`${PATH}/${found.id}`);
  }

  @Get(':id')
  @Access('registry.read')
  async show(@Param('id') id: string) {
    return this.one(id, null);
  }

  @Post(':id/undoing')
  @Access('registry.edit')
  async undoMerge(@Me() me: Actor, @Param('id') id: string) {
    try {
      await this.undo.run(me, id);
      return redirect(`${PATH}/${id}`, 'merchants.unmerge.kept');
    } catch (error) {
      if (!(error instanceof Refusal) || error.kind === 'missing') throw error;
      return this.one(id, error);
    }
  }

  private async one(id: string, refusal: Refusal | null) {
    const found = await this.merges.byId(id);
    if (!found) throw missing();
    return page('merchants/merge', mergePage(found, refusal), statusOf(refusal));
  }

  private async planned(typed: TypedMerge, refusal: Refusal | null) {
    const [merged, kept] = [
      await this.merchants.byId(typed.merged),
      await this.merchants.byId(typed.kept),
    ];
    const plan = await this.plans.run(typed.merged, typed.kept);
    const model = previewPage({ merged, kept, plan, typed, refusal });
    return page('merchants/merge-preview', model, statusOf(refusal));
  }
}

function statusOf(refusal: Refusal | null): number {
  if (!refusal) return 200;
  return refusal.kind === 'conflict' ? 409 : 422;
}
