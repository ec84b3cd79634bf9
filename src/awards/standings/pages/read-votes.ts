import { Refusal } from '../../../rules/refusal.js';
import type { RawForm } from '../../../web/forms/parse-value.js';

/** Fields `vote.<receipt number>` → votes; every tied application needs a whole number. */
export function readVotes(raw: RawForm): Record<string, number> {
  const votes: Record<string, number> = {};
  for (const [name, value] of Object.entries(raw)) {
    if (!name.startsWith('vote.')) continue;
    const text = typeof value === 'string' ? value.trim() : '';
    if (!/^\d{1,3}$/.test(text)) throw new Refusal('awards.ballot.number');
    votes[name.slice('vote.'.length)] = Number(text);
  }
  return votes;
}
