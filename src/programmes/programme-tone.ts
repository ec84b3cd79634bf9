import type { StatusTag } from '../web/component-models.js';

/** How the state of a programme is coloured wherever it is named. */
export function toneOf(state: string): StatusTag['tone'] {
  const fixed: Readonly<Record<string, StatusTag['tone']>> = {
    Preparing: 'neutral',
    InForce: 'good',
    Archived: 'good',
    Cancelled: 'bad',
  };
  return fixed[state] ?? 'active';
}
