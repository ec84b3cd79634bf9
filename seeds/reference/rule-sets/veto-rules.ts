import type {
  CheckPoint,
  LookBack,
  VetoRule,
  VetoSubject,
} from '../../../src/rules/scoring/veto-rule.js';
import { VETO_TEXTS } from './veto-texts.js';

const CURRENT: LookBack = { kind: 'current' };
const THIS_PROGRAMME: LookBack = { kind: 'programmes', past: 0 };
const ALWAYS: readonly CheckPoint[] = ['K1', 'K2', 'K3', 'K4'];
const WHEN_ESTABLISHED: readonly CheckPoint[] = ['K1'];

type Terms = readonly [
  keyof typeof VETO_TEXTS,
  readonly VetoSubject[],
  LookBack,
  readonly CheckPoint[],
];

const TERMS: readonly Terms[] = [
  ['V1', ['entity', 'legalRepresentative'], CURRENT, ALWAYS],
  ['V2', ['entity'], CURRENT, ALWAYS],
  ['V3', ['entity'], CURRENT, ALWAYS],
  ['V4', ['entity', 'legalRepresentative', 'actualController'], years(3), ALWAYS],
  ['V5', ['entity', 'shop'], years(3), ALWAYS],
  ['V6', ['entity', 'shop'], years(2), ALWAYS],
  ['V7', ['entity'], CURRENT, ALWAYS],
  ['V8', ['entity'], years(1), ALWAYS],
  ['V9', ['entity'], { kind: 'programmes', past: 3 }, WHEN_ESTABLISHED],
  ['V10', ['entity', 'agent'], THIS_PROGRAMME, WHEN_ESTABLISHED],
  ['V11', ['entity', 'shop'], years(1), ALWAYS],
  ['V12', ['entity', 'shop'], CURRENT, ALWAYS],
  ['V13', ['entity'], years(2), ALWAYS],
  ['V14', ['entity'], THIS_PROGRAMME, ['K3']],
];

/** The fourteen one-vote exclusions of `domain/vetoes.md`. */
export const VETO_RULES: readonly VetoRule[] = TERMS.map(
  ([code, subjects, lookBack, checkPoints]) => {
    const [condition, basis, lift] = VETO_TEXTS[code];
    return { code, condition, subjects, lookBack, basis, lift, checkPoints };
  },
);

function years(count: number): LookBack {
  return { kind: 'years', years: count };
}
