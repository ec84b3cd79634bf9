import type { Database } from '../../database/database.js';
import { requireRunning } from '../../programmes/load-programme.js';
import type { ProgrammeQueries } from '../../programmes/programme.queries.js';
import { anchorIn } from '../../rules/lifecycle/anchor-states.js';
import { conflict, missing } from '../../rules/refusal.js';
import { roundSheet } from '../../rules/rounds/round-sheet.js';
import type { Indicator } from '../../rules/scoring/indicator.js';
import type { Actor } from '../../web/actor.js';
import { actingRole } from '../../web/acting-role.js';
import { Category } from '../../programmes/category.entity.js';
import type { AnchorQueries } from './anchor.queries.js';
import { AnchorDossier } from './anchor-dossier.entity.js';

export interface TakenAnchor {
  readonly anchor: AnchorDossier;
  readonly role: string;
  readonly indicators: readonly Indicator[];
}

/** The anchor at the version that was read, its programme held, while no judge has scored one of its category. */
export async function takeAnchor(
  kit: {
    readonly database: Database;
    readonly queries: AnchorQueries;
    readonly programmes: ProgrammeQueries;
  },
  actor: Actor,
  role: 'CityRegistrar' | 'Approver',
  { id, version }: { readonly id: string; readonly version: number },
): Promise<TakenAnchor> {
  const known = await kit.database.repo(AnchorDossier).findOneBy({ id });
  if (!known) throw missing();
  const acts = actingRole(actor, [role], known.programmeId);
  await requireRunning(kit.database, known.programmeId);
  const anchor = await kit.database.repo(AnchorDossier).findOneByOrFail({ id });
  const frozen = await kit.queries.frozen(anchor.programmeId);
  if (frozen.has(anchor.categoryId)) throw conflict('judging.anchor.frozen');
  if (anchorIn.withdrawn.has(anchor.state)) throw conflict('judging.anchor.withdrawnAlready');
  if (anchor.version !== version) throw conflict();
  const where = { id: anchor.categoryId };
  const { code } = await kit.database.repo(Category).findOneByOrFail(where);
  const { rules } = await kit.programmes.rules(anchor.programmeId);
  const indicators = roundSheet(rules, code, 'material')?.indicators ?? [];
  return { anchor, role: acts, indicators };
}
