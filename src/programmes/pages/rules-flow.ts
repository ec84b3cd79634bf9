import { Injectable } from '@nestjs/common';
import type { CategoryCode, RuleSet } from '../../rules/scoring/rule-set.js';
import { validateRuleSet } from '../../rules/scoring/validate-rule-set.js';
import { allows } from '../../web/access/policies.js';
import type { Actor } from '../../web/actor.js';
import { type RawForm, typedTexts } from '../../web/forms/parse-value.js';
import type { FieldError } from '../../web/forms/submitted.js';
import { LastYear } from '../last-year.js';
import { ProgrammeGuards } from '../programme-guards.js';
import { type ProgrammeRow, ProgrammeQueries, type RuleVersionRow } from '../programme.queries.js';
import { SaveRules } from '../save-rules.js';
import { attempt } from './attempt.js';
import type { RulesState } from './rules-fields.js';

export interface TypedRules {
  readonly rules: RuleSet;
  readonly errors: readonly FieldError[];
  /** Categories that the change is about. */
  readonly categories: readonly CategoryCode[];
}

export interface RulesOnPage {
  readonly programme: ProgrammeRow;
  readonly version: RuleVersionRow;
  readonly mayEdit: boolean;
  readonly state: RulesState;
}

/** What the pages of the rules share: they check what was typed, try it on last year, and save it whole. */
@Injectable()
export class RulesFlow {
  constructor(
    private readonly programmes: ProgrammeQueries,
    private readonly guards: ProgrammeGuards,
    private readonly saveRules: SaveRules,
    private readonly lastYear: LastYear,
  ) {}

  async load(me: Actor, id: string, given: Partial<RulesState> = {}): Promise<RulesOnPage> {
    const programme = await this.programmes.byId(id);
    const version = await this.programmes.rules(id);
    const { sheetsBegun } = (await this.guards.facts(id)).judging;
    const state = {
      rules: version.rules,
      typed: null,
      errors: [],
      conflicting: false,
      checked: false,
      trials: [],
      scoresExist: sheetsBegun > 0,
      ...given,
    };
    return { programme, version, mayEdit: allows('programme.prepare', me), state };
  }

  /** @returns null when the rules were saved; else what the page comes back with */
  async decide(
    me: Actor,
    id: string,
    raw: RawForm,
    { rules, errors, categories }: TypedRules,
  ): Promise<{ readonly state: Partial<RulesState>; readonly status: number } | null> {
    const typed = { typed: raw, rules };
    const problems = problemErrors(rules);
    // What could not be read stands as it was: the rest is looked at with it, so that nothing is told later.
    if (errors.length) {
      const others = problems.filter(({ field }) => field !== '');
      return { state: { ...typed, errors: [...errors, ...others] }, status: 422 };
    }
    if (typedTexts(raw, 'action')[0] === 'check') {
      const checked = problems.length === 0;
      const trials = checked ? await this.lastYear.try(id, categories, rules) : [];
      return { state: { ...typed, checked, trials }, status: 200 };
    }
    if (problems.length) return { state: { ...typed, errors: problems }, status: 422 };
    const hash = typedTexts(raw, 'hash')[0] ?? '';
    const reason = (typedTexts(raw, 'reason')[0] ?? '').trim().slice(0, 1000);
    const outcome = await attempt(() =>
      this.saveRules.run(me, { programmeId: id, hash, rules, reason }),
    );
    if (outcome.kind === 'conflict') return { state: { ...typed, conflicting: true }, status: 409 };
    if (outcome.kind === 'refused') {
      return { state: { ...typed, errors: [outcome.error] }, status: 422 };
    }
    return null;
  }
}

/** Everything that keeps the rules from being saved, each at its field. */
export function problemErrors(rules: RuleSet): readonly FieldError[] {
  return validateRuleSet(rules).map(({ key, variables, field = '' }) => ({
    field,
    code: key,
    variables,
  }));
}
