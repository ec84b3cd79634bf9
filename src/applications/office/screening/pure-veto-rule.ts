import type { VetoContext } from '../../../rules/eligibility/veto-check.js';
import type { LookBack, VetoRule, VetoSubject } from '../../../rules/eligibility/veto-rules.js';
import type { VetoRule as StoredVetoRule } from '../../../rules/scoring/veto-rule.js';

/** A veto rule as a rule version stores it, in the form the pure veto rules take. */
export function pureVetoRule(stored: StoredVetoRule): VetoRule {
  return {
    code: stored.code,
    name: { 'zh-CN': stored.condition.zh, en: stored.condition.en },
    subjects: stored.subjects.map(capital) as VetoSubject[],
    lookBack: { ...stored.lookBack, kind: capital(stored.lookBack.kind) } as LookBack,
    basis: { 'zh-CN': stored.basis.zh, en: stored.basis.en },
    checkPoints: stored.checkPoints,
    liftedBy: { 'zh-CN': stored.lift.zh, en: stored.lift.en },
    effectiveAtOnce: stored.lookBack.kind === 'programmes',
    titleEffect: null,
  };
}

export function vetoContext(
  deadline: string,
  checkDate: string,
  programmeStart: string,
  earlierDeadlines: readonly string[],
): VetoContext {
  return { applicationDeadline: deadline, checkDate, programmeStart, earlierDeadlines };
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
