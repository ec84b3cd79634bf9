import { defenceDayOf } from '../../../rules/hall/defence-day.js';
import { phaseOf } from '../../../rules/hall/hall-clock.js';
import { type RevealStep, revealStep } from '../../../rules/hall/score-reveal.js';
import type { RuleSet } from '../../../rules/scoring/rule-set.js';
import { formatInstant } from '../../../text/format.js';
import type { StatusTag } from '../../../web/component-models.js';
import type { PageContext } from '../../../web/page-context.js';
import type { TurnRow } from '../../hall/hall.queries.js';
import type { RevealRow } from '../../hall/reveal.queries.js';

/** A merchant who was heard, and whether its points can be shown in the hall. No point stands here. */
export interface RevealLine {
  readonly label: string;
  readonly status: StatusTag;
  readonly revealedAt: string;
  /** Where the chair shows them; null before every seat has signed, and afterwards. */
  readonly action: string | null;
}

export interface RevealData {
  readonly roundId: string;
  readonly open: boolean;
  readonly turns: readonly TurnRow[];
  readonly facts: readonly RevealRow[];
  readonly keptFrom: ReadonlySet<string>;
  readonly rules: RuleSet;
}

const tones = {
  sealed: 'neutral',
  ready: 'attention',
  revealed: 'good',
} as const satisfies Record<RevealStep, string>;

/** Null where nothing is ever shown in the hall. */
export function revealLines(
  data: RevealData | null,
  context: PageContext,
): { readonly lines: readonly RevealLine[] } | null {
  const { t, lang } = context;
  if (!data || !defenceDayOf(data.rules).reveal) return null;
  const heard = data.turns.filter(
    ({ acts, applicationId }) => phaseOf(acts) === 'finished' && !data.keptFrom.has(applicationId),
  );
  const lines = heard.map(({ place, applicationId }) => {
    const facts = data.facts.find((one) => one.applicationId === applicationId);
    const step = facts ? revealStep(facts, data.rules.trimTable) : 'sealed';
    const number = facts?.judgingNumber ?? '';
    return {
      label: t('hall.reveal.turn', { place, number }),
      status: { label: t(`hall.reveal.step.${step}`), tone: tones[step] },
      revealedAt: facts?.revealedAt ? formatInstant(lang, facts.revealedAt) : '',
      action:
        step === 'ready' && data.open ? `judging/chair/${data.roundId}/reveals/${place}` : null,
    };
  });
  return { lines };
}
