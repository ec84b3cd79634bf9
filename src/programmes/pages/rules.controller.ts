import { Controller, Get, Param, Post } from '@nestjs/common';
import { Access } from '../../web/access/access.decorator.js';
import { allows } from '../../web/access/policies.js';
import type { Actor } from '../../web/actor.js';
import { type RawForm, typedTexts } from '../../web/forms/parse-value.js';
import { Asked, Me, RawBody } from '../../web/http/parameters.js';
import { page, redirect } from '../../web/views/page.js';
import { ProgrammeGuards } from '../programme-guards.js';
import { ProgrammeQueries } from '../programme.queries.js';
import { SaveRules } from '../save-rules.js';
import { SetUpQueries } from '../set-up.queries.js';
import { attempt } from './attempt.js';
import { readRules } from './rules.form.js';
import type { RulesState } from './rules-fields.js';
import { rulesPage } from './rules.page.js';

@Controller('office/programmes/:id/rules')
export class RulesController {
  constructor(
    private readonly programmes: ProgrammeQueries,
    private readonly setUp: SetUpQueries,
    private readonly guards: ProgrammeGuards,
    private readonly saveRules: SaveRules,
  ) {}

  @Get()
  @Access('office.read')
  async show(@Me() me: Actor, @Param('id') id: string, @Asked('tab') tab?: string) {
    return this.page(me, id, { tab: tab ?? '' });
  }

  /** The check button answers with the sums; only the save button writes. */
  @Post()
  @Access('programme.prepare')
  async update(@Me() me: Actor, @Param('id') id: string, @RawBody() raw: RawForm) {
    const version = await this.programmes.rules(id);
    const { rules, errors } = readRules(raw, version.rules);
    const tab = typedTexts(raw, 'tab')[0] ?? '';
    const typed = { typed: raw, rules, tab };
    if (errors.length) return this.page(me, id, { ...typed, errors }, 422);
    if (typedTexts(raw, 'action')[0] === 'check') {
      return this.page(me, id, { ...typed, checked: true });
    }
    const hash = typedTexts(raw, 'hash')[0] ?? '';
    const reason = (typedTexts(raw, 'reason')[0] ?? '').trim().slice(0, 1000);
    const outcome = await attempt(() =>
      this.saveRules.run(me, { programmeId: id, hash, rules, reason }),
    );
    if (outcome.kind === 'conflict') return this.page(me, id, { ...typed, conflicting: true }, 409);
    if (outcome.kind === 'refused') {
      return this.page(me, id, { ...typed, errors: [outcome.error] }, 422);
    }
    return redirect(
      `/office/programmes/${id}/rules?tab=${encodeURIComponent(tab)}`,
      'programmes.rules.saved',
    );
  }

  private async page(me: Actor, id: string, state: Partial<RulesState>, status = 200) {
    const programme = await this.programmes.byId(id);
    const version = await this.programmes.rules(id);
    const versions = await this.setUp.ruleVersions(id);
    const { sheetsBegun } = (await this.guards.facts(id)).judging;
    const shown: RulesState = {
      rules: version.rules,
      typed: null,
      errors: [],
      conflicting: false,
      checked: false,
      scoresExist: sheetsBegun > 0,
      tab: '',
      ...state,
    };
    const mayEdit = allows('programme.prepare', me);
    return page(
      'programmes/rules',
      rulesPage(programme, version, versions, mayEdit, shown),
      status,
    );
  }
}
