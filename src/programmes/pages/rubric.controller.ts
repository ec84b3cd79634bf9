import { Controller, Get, Param, Post } from '@nestjs/common';
import {
  type PlacedIndicator,
  findIndicator,
  withIndicator,
} from '../../rules/scoring/edit-rubric.js';
import { newIndicator, writableKinds } from '../../rules/scoring/new-indicator.js';
import type { Indicator } from '../../rules/scoring/indicator.js';
import type { RuleSet } from '../../rules/scoring/rule-set.js';
import { missing } from '../../rules/refusal.js';
import { Access } from '../../web/access/access.decorator.js';
import type { Actor } from '../../web/actor.js';
import { type RawForm, typedTexts } from '../../web/forms/parse-value.js';
import { Me, RawBody } from '../../web/http/parameters.js';
import { page, redirect } from '../../web/views/page.js';
import { ProgrammeQueries } from '../programme.queries.js';
import { readIndicator } from './indicator.form.js';
import { indicatorPage } from './indicator.page.js';
import { readRubric } from './rubric.form.js';
import { rubricPage } from './rubric.page.js';
import { RulesFlow } from './rules-flow.js';
import type { RulesState } from './rules-fields.js';
import { DEFENCE, GENERAL, categoriesOfTab, tabOf } from './rules.page.js';

/** The parts of a rubric: which indicators there are, and each of them. */
@Controller('office/programmes/:id/rules')
export class RubricController {
  constructor(
    private readonly programmes: ProgrammeQueries,
    private readonly flow: RulesFlow,
  ) {}

  @Get('rubric/:tab')
  @Access('office.read')
  async rubric(@Me() me: Actor, @Param('id') id: string, @Param('tab') tab: string) {
    return this.rubricPage(me, id, tab);
  }

  @Post('rubric/:tab')
  @Access('programme.prepare')
  async saveRubric(
    @Me() me: Actor,
    @Param('id') id: string,
    @Param('tab') tab: string,
    @RawBody() raw: RawForm,
  ) {
    const { rules: stored } = await this.programmes.rules(id);
    const read = readRubric(raw, stored, categoryOf(stored, tab));
    const categories = categoriesOfTab(stored, tab);
    const left = await this.flow.decide(me, id, raw, { ...read, categories });
    if (left) return this.rubricPage(me, id, tab, left.state, left.status);
    return redirect(`/office/programmes/${id}/rules/rubric/${tab}`, 'programmes.rules.saved');
  }

  @Get('indicators/:code')
  @Access('office.read')
  async indicator(@Me() me: Actor, @Param('id') id: string, @Param('code') code: string) {
    return this.indicatorPage(me, id, code);
  }

  /**
   * The button “another computation” begins anew with that one, once it is ticked that everything about
   * the present one goes; the others save or check the fields.
   */
  @Post('indicators/:code')
  @Access('programme.prepare')
  async saveIndicator(
    @Me() me: Actor,
    @Param('id') id: string,
    @Param('code') code: string,
    @RawBody() raw: RawForm,
  ) {
    const { rules: stored } = await this.programmes.rules(id);
    const placed = placedIn(stored, code);
    const kind = writableKinds(stored).find((one) => one === typedTexts(raw, 'kind')[0]);
    const begun = typedTexts(raw, 'action')[0] === 'kind' && kind && placed.category !== null;
    const read = begun
      ? anew(newIndicator(stored, { ...placed.indicator, kind }), raw)
      : readIndicator(raw, placed.indicator);
    const rules = withIndicator(stored, code, read.indicator);
    const categories = categoriesOfTab(stored, placed.category?.code ?? DEFENCE);
    const given = { rules, errors: read.errors, categories };
    const left = await this.flow.decide(me, id, raw, given);
    if (left) return this.indicatorPage(me, id, code, left.state, left.status);
    return redirect(`/office/programmes/${id}/rules/indicators/${code}`, 'programmes.rules.saved');
  }

  private async rubricPage(
    me: Actor,
    id: string,
    tab: string,
    given: Partial<RulesState> = {},
    status = 200,
  ) {
    const loaded = await this.flow.load(me, id, given);
    const category = categoryOf(loaded.version.rules, tab);
    return page('programmes/rubric', rubricPage(loaded, tab, category), status);
  }

  private async indicatorPage(
    me: Actor,
    id: string,
    code: string,
    given: Partial<RulesState> = {},
    status = 200,
  ) {
    const loaded = await this.flow.load(me, id, given);
    const placed = placedIn(loaded.version.rules, code);
    return page('programmes/indicator', indicatorPage(loaded, placed), status);
  }
}

/** Null for the defence sheet. */
function categoryOf(rules: RuleSet, tab: string): string | null {
  if (tabOf(rules, tab) !== tab || tab === GENERAL) throw missing();
  return tab === DEFENCE ? null : tab;
}

function placedIn(rules: RuleSet, code: string): PlacedIndicator {
  const placed = findIndicator(rules, code);
  if (!placed) throw missing();
  return placed;
}

function anew(indicator: Indicator, raw: RawForm): ReturnType<typeof readIndicator> {
  const agreed = typedTexts(raw, 'discard')[0] === 'on';
  const error = { field: 'discard', code: 'programmes.refused.discardUnticked', variables: {} };
  return { indicator, errors: agreed ? [] : [error] };
}
