import type { LookBack, VetoRule, VetoSubject } from '../../../src/rules/scoring/veto-rule.js';
import { VETO_RULES as SHIPPED } from '../veto-rules.js';
import { text } from './indicator-kit.js';

const NOT_LIFTED = text('不得解除', 'None');

/** The fourteen one-vote exclusions of `domain/vetoes.md` as a rule version stores them. */
export const VETO_RULES: readonly VetoRule[] = SHIPPED.map(
  ({ code, name, subjects, lookBack, basis, liftedBy, checkPoints }) => ({
    code,
    condition: text(name['zh-CN'], name.en),
    subjects: subjects.map((subject) => small(subject) as VetoSubject),
    lookBack: { ...lookBack, kind: small(lookBack.kind) } as LookBack,
    basis: text(basis['zh-CN'], basis.en),
    lift: liftedBy ? text(liftedBy['zh-CN'], liftedBy.en) : NOT_LIFTED,
    checkPoints,
  }),
);

function small(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1);
}
