import type { ScoringAssumptions } from '../../../rules/planning/score-model.js';
import { DEFAULT_ASSUMPTIONS } from '../../../rules/planning/score-model.js';
import { ChoiceField, HundredthsField, TextField, WholeField } from '../../../web/forms/fields.js';
import type { RawForm } from '../../../web/forms/parse-value.js';
import { type PlanRequest, assumptionSources } from '../request-plan.js';

const points = { min: 0, max: 10_000, unit: 'planning.unit.points' };

/** Names are the rule's, so that its refusals find their field. */
export class PlanningForm {
  @TextField({ label: 'planning.category', max: 20 })
  categoryId!: string;
  @WholeField({ label: 'planning.applications', min: 1, max: 5000 })
  applications!: number;
  @WholeField({ label: 'planning.winners', min: 1, max: 5000 })
  winners!: number;
  @WholeField({ label: 'planning.judges', min: 1, max: 300 })
  judges!: number;
  @WholeField({ label: 'planning.sheets', min: 1, max: 1_000_000 })
  sheets!: number;
  @WholeField({ label: 'planning.minutes', min: 1, max: 600, unit: 'planning.unit.minutes' })
  minutes!: number;
  @ChoiceField({ label: 'planning.source', values: assumptionSources, options: 'planning.source' })
  source!: PlanRequest['source'];
  @HundredthsField({ label: 'planning.meritMean', ...points })
  meritMean!: number;
  @HundredthsField({ label: 'planning.meritDeviation', ...points })
  meritDeviation!: number;
  @HundredthsField({ label: 'planning.severityDeviation', ...points })
  severityDeviation!: number;
  @HundredthsField({ label: 'planning.scaleDeviation', min: 0, max: 100 })
  scaleDeviation!: number;
  @HundredthsField({ label: 'planning.noiseDeviation', ...points })
  noiseDeviation!: number;
  @HundredthsField({ label: 'planning.colluderMalus', ...points })
  colluderMalus!: number;
  @WholeField({ label: 'planning.runs', min: 20, max: 2000 })
  runs!: number;
  @TextField({ label: 'planning.seed', max: 40 })
  seed!: string;
}

/** Assumptions that a form carries, in hundredths. */
export const spreadFields = [
  'meritMean',
  'meritDeviation',
  'severityDeviation',
  'scaleDeviation',
  'noiseDeviation',
  'colluderMalus',
] as const satisfies readonly (keyof ScoringAssumptions)[];

export function planRequest(form: PlanningForm): PlanRequest {
  const { applications, winners, judges, sheets, minutes, runs, source, seed } = form;
  const own = spreadFields.map((name) => [name, form[name] / 100] as const);
  return {
    budget: { applications, winners, judges, sheets, minutes, runs },
    source,
    own: { ...DEFAULT_ASSUMPTIONS, ...Object.fromEntries(own) },
    seed,
  };
}

/** What the form shows of stored or proposed values. */
export function typedPlan({ budget, source, own, seed }: PlanRequest): RawForm {
  const numbers = Object.entries(budget).map(([name, value]) => [name, String(value)]);
  const spread = spreadFields.map((name) => [name, own[name].toFixed(2)]);
  return { ...Object.fromEntries([...numbers, ...spread]), source, seed } as RawForm;
}
