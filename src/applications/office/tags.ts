import type { StatusTag } from '../../web/component-models.js';
import type { Tone } from '../../web/layout-model.js';
import type { Translate } from '../../web/page-context.js';
import type { Verdict } from '../figure.entity.js';
import type { VetoResult } from '../veto-check.entity.js';

const tones: Readonly<Record<string, Tone>> = {
  Submitted: 'attention',
  InDivisionReview: 'active',
  CorrectionRequested: 'attention',
  Recommended: 'good',
  NotRecommended: 'bad',
  ScreenedIn: 'good',
  ScreenedOut: 'bad',
  Verified: 'good',
};

export function toneOfState(state: string): Tone {
  return tones[state] ?? 'neutral';
}

export function stateTag(state: string, t: Translate): StatusTag {
  return { label: t(`lifecycle.application.${state}`), tone: toneOfState(state) };
}

const verdictTones: Readonly<Record<Verdict, Tone>> = {
  Accepted: 'good',
  Reduced: 'attention',
  Rejected: 'bad',
};

export function verdictTag(verdict: Verdict, t: Translate): StatusTag {
  return { label: t(`review.verdict.${verdict}`), tone: verdictTones[verdict] };
}

const vetoTones: Readonly<Record<VetoResult, Tone>> = {
  Clear: 'good',
  Flag: 'attention',
  Hit: 'bad',
  Unavailable: 'attention',
};

export function vetoTag(result: VetoResult, t: Translate): StatusTag {
  return { label: t(`veto.result.${result}`), tone: vetoTones[result] };
}
