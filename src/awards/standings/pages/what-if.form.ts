import { SCORE_RULES, type ScoreRule } from '../../../rules/ranking/rule-scores.js';
import { ChoiceField, TextField, WholeField } from '../../../web/forms/fields.js';

export class WhatIfForm {
  @ChoiceField({
    label: 'awards.trial.rule',
    values: SCORE_RULES,
    options: 'robustness.rule',
  })
  rule!: ScoreRule;

  @WholeField({
    label: 'awards.trial.drop',
    hint: 'awards.trial.drop.hint',
    unit: 'awards.trial.drop.unit',
    min: 0,
    max: 10,
  })
  drop!: number;

  @WholeField({ label: 'awards.trial.quota', unit: 'awards.trial.quota.unit', min: 1, max: 10_000 })
  quota!: number;

  @TextField({ label: 'awards.trial.without', required: false, max: 4 })
  without!: string | null;
}
