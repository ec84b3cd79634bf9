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

type Terms = readonly [readonly VetoSubject[], LookBack, readonly CheckPoint[]];

const TERMS: Readonly<Record<keyof typeof VETO_TEXTS, Terms>> = {
  V1: [['entity', 'legalRepresentative'], CURRENT, ALWAYS],
  V2: [['entity'], CURRENT, ALWAYS],
  V3: [['entity'], CURRENT, ALWAYS],
  V4: [['entity', 'legalRepresentative', 'actualController'], years(3), ALWAYS],
  V5: [['entity', 'shop'], years(3), ALWAYS],
  V6: [['entity', 'shop'], years(2), ALWAYS],
  V7: [['entity'], CURRENT, ALWAYS],
  V8: [['entity'], years(1), ALWAYS],
  V9: [['entity'], { kind: 'programmes', past: 3 }, WHEN_ESTABLISHED],
  V10: [['entity', 'agent'], THIS_PROGRAMME, WHEN_ESTABLISHED],
  V11: [['entity', 'shop'], years(1), ALWAYS],
  V12: [['entity', 'shop'], CURRENT, ALWAYS],
  V13: [['entity'], years(2), ALWAYS],
  V14: [['entity'], THIS_PROGRAMME, ['K3']],
};

/** The fourteen one-vote exclusions of `domain/vetoes.md`. */
export const VETO_RULES: readonly VetoRule[] = Object.entries(VETO_TEXTS).map(
  ([code, [condition, basis, lift]]) => {
    const [subjects, lookBack, checkPoints] = TERMS[code as keyof typeof VETO_TEXTS];
    return { code, condition, subjects, lookBack, basis, lift, checkPoints };
  },
);

function years(count: number): LookBack {
  return { kind: 'years', years: count };
}
