import { Controller, Get, Param, Post } from '@nestjs/common';
import { Access } from '../../web/access/access.decorator.js';
import type { Actor } from '../../web/actor.js';
import { type RawForm, typedTexts } from '../../web/forms/parse-value.js';
import { Asked, Me, RawBody } from '../../web/http/parameters.js';
import { page, redirect } from '../../web/views/page.js';
import { ProgrammeQueries } from '../programme.queries.js';
import { SetUpQueries } from '../set-up.queries.js';
import { type PastRoundTotals, PastSpread } from '../past-spread.js';
import { RulesFlow, type RulesOnPage, problemErrors } from './rules-flow.js';
import { readRules } from './rules.form.js';
import type { RulesState } from './rules-fields.js';
import { GENERAL, categoriesOfTab, rulesPage, tabOf } from './rules.page.js';

@Controller('office/programmes/:id/rules')
export class RulesController {
  constructor(
    private readonly programmes: ProgrammeQueries,
    private readonly setUp: SetUpQueries,
    private readonly flow: RulesFlow,
    private readonly pastSpread: PastSpread,
  ) {}

  @Get()
  @Access('office.read')
  async show(@Me() me: Actor, @Param('id') id: string, @Asked('tab') tab?: string) {
    return this.page(me, id, tab ?? '');
  }

  /** The check button answers with the sums and with last year's list; only the save button writes. */
  @Post()
  @Access('programme.prepare')
  async update(@Me() me: Actor, @Param('id') id: string, @RawBody() raw: RawForm) {
    const version = await this.programmes.rules(id);
    const tab = typedTexts(raw, 'tab')[0] ?? '';
    const read = readRules(raw, version.rules);
    const categories = categoriesOfTab(read.rules, tab);
    const left = await this.flow.decide(me, id, raw, { ...read, categories });
    if (left) return this.page(me, id, tab, left.state, left.status);
    return redirect(
      `/office/programmes/${id}/rules?tab=${encodeURIComponent(tab)}`,
      'programmes.rules.saved',
    );
  }

  private async page(
    me: Actor,
    id: string,
    tab: string,
    given: Partial<RulesState> = {},
    status = 200,
  ) {
    const loaded = await this.flow.load(me, id, given);
    const versions = await this.setUp.ruleVersions(id);
    const past = await this.past(loaded, tab);
    return page('programmes/rules', rulesPage(loaded, versions, tab, past), status);
  }

  /** What the spread rule is tried on while it can be changed; null where the page does not ask. */
  private async past({ programme, state }: RulesOnPage, tab: string) {
    const wrong = [...state.errors, ...problemErrors(state.rules)].some(({ field }) =>
      field.startsWith('spread.'),
    );
    if (tabOf(state.rules, tab) !== GENERAL || state.scoresExist || wrong) return null;
    const found = new Map<string, PastRoundTotals>();
    for (const { code } of state.rules.categories) {
      const totals = await this.pastSpread.of(code, programme.year);
      if (totals) found.set(code, totals);
    }
    return found;
  }
}
