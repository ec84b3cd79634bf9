import type { RuleErrorVariables } from '../rule-error.js';

export type VetoSubject = 'Entity' | 'LegalRepresentative' | 'ActualController' | 'Shop' | 'Agent';

/** Points of a programme at which vetoes are checked: screening, before the notice, before conferment, yearly. */
export const VETO_CHECK_POINTS = ['K1', 'K2', 'K3', 'K4'] as const;
export type VetoCheckPoint = (typeof VETO_CHECK_POINTS)[number];

export type LookBack =
  | { readonly kind: 'Current' }
  | { readonly kind: 'Years'; readonly years: number }
  | { readonly kind: 'Programmes'; readonly past: number };

export interface VetoRule {
  readonly code: string;
  readonly name: { readonly 'zh-CN': string; readonly en: string };
  readonly subjects: readonly VetoSubject[];
  readonly lookBack: LookBack;
  readonly basis: { readonly 'zh-CN': string; readonly en: string };
  readonly checkPoints: readonly VetoCheckPoint[];
  /** `null`: nobody may lift it. */
  readonly liftedBy: { readonly 'zh-CN': string; readonly en: string } | null;
  /** Facts of this rule count from the day they are established, not from the next check point. */
  readonly effectiveAtOnce: boolean;
  /** What a hit means for a title in force. */
  readonly titleEffect: 'Revoke' | 'Warn' | null;
}

export type VetoRuleResult =
  | { readonly ok: true }
  | {
      readonly ok: false;
      readonly code:
        'veto.rule.basisMissing' | 'veto.rule.subjectsMissing' | 'veto.rule.lookBackInvalid';
      readonly variables: RuleErrorVariables;
    };

/** Whether a rule may be saved: an unpublished ground is no ground. */
export function checkVetoRule(rule: VetoRule): VetoRuleResult {
  const variables = { rule: rule.code };
  if (rule.basis['zh-CN'].trim() === '') {
    return { ok: false, code: 'veto.rule.basisMissing', variables };
  }
  if (rule.subjects.length === 0) {
    return { ok: false, code: 'veto.rule.subjectsMissing', variables };
  }
  const length =
    rule.lookBack.kind === 'Years'
      ? rule.lookBack.years - 1
      : rule.lookBack.kind === 'Programmes'
        ? rule.lookBack.past
        : 0;
  return Number.isInteger(length) && length >= 0
    ? { ok: true }
    : { ok: false, code: 'veto.rule.lookBackInvalid', variables };
}

/** Date from which an established fact counts: at once, or at the next check point that runs the rule. */
export function vetoEffectiveOn(
  rule: VetoRule,
  establishedOn: string,
  checkPointDates: Readonly<Partial<Record<VetoCheckPoint, string>>>,
): string | null {
  if (rule.effectiveAtOnce) return establishedOn;
  return (
    rule.checkPoints
      .flatMap((point) => checkPointDates[point] ?? [])
      .filter((date) => date >= establishedOn)
      .toSorted()[0] ?? null
  );
}

export interface TitleProposal {
  readonly event: 'startReview';
  readonly proposal: 'Revoke' | 'Warn';
  readonly hearingRequired: true;
}

/** What a hit at the annual review sets in motion: never a decision, always a review with a hearing. */
export function proposeForTitle(rule: VetoRule, result: VetoResult): TitleProposal | null {
  return result === 'Hit' && rule.titleEffect !== null
    ? { event: 'startReview', proposal: rule.titleEffect, hearingRequired: true }
    : null;
}

export type VetoResult = 'Clear' | 'Flag' | 'Hit' | 'Unavailable';
