import { Refusal } from '../../rules/refusal.js';
import type { OwnSeatRow } from '../sheets/judging.queries.js';
import type { ConflictFacts, Identity } from './conflict-facts.js';

/**
 * The list was read before the rounds were held: a merge may have come in between, and asks nobody again who
 * had not signed yet.
 *
 * @param about applications that are answered for
 * @throws Refusal when one of them, or a hit of one, was not shown
 */
export async function refuseUnshown(
  facts: ConflictFacts,
  { id, categoryId }: Pick<OwnSeatRow, 'id' | 'categoryId'>,
  shown: readonly Identity[],
  about: (applicationId: string) => boolean = () => true,
): Promise<void> {
  const known = new Map(shown.map(({ applicationId, hits }) => [applicationId, hits]));
  const news = (await facts.load(id, categoryId)).some(({ applicationId, hits }) => {
    const before = known.get(applicationId)?.map(({ hit }) => hit);
    return about(applicationId) && (!before || hits.some(({ hit }) => !before.includes(hit)));
  });
  if (news) throw new Refusal('judging.declaration.incomplete');
}
