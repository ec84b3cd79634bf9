import { Injectable } from '@nestjs/common';
import { RecordAccess } from '../../accounts/record-access.js';
import { type Differences, differences } from '../../rules/rounds/paper-keyings.js';
import type { Actor } from '../../web/actor.js';
import { actingRole } from '../../web/acting-role.js';
import { HoldPaper } from './hold-paper.js';
import { type ApartReading, PaperQueries, type PaperRow } from './paper.queries.js';
import { READERS } from './settle-keyings.js';

/** A field on which two keyings differ, as each of them has it. */
export interface OpenedDifferences extends Differences {
  readonly first: ApartReading;
  readonly second: ApartReading;
}

/**
 * What two people keyed differently, for a third who may decide it; notes who looked. Null for anybody
 * else, who is told that they differ and nothing more.
 */
@Injectable()
export class OpenDifferences {
  constructor(
    private readonly papers: PaperQueries,
    private readonly hold: HoldPaper,
    private readonly access: RecordAccess,
  ) {}

  async run(
    actor: Actor,
    { id, programmeId, stage, own }: PaperRow,
    codes: readonly string[],
  ): Promise<OpenedDifferences | null> {
    if (stage !== 'apart' || own || !actor.duties.some(({ role }) => isReader(role))) return null;
    actingRole(actor, READERS, programmeId);
    await this.hold.refusePanel(actor, programmeId);
    const [first, second] = await this.papers.apart(id);
    if (!first || !second) return null;
    await this.access.run({
      accountId: actor.accountId,
      action: 'sheet.view',
      objectType: 'scoreSheet',
      objectId: id,
      result: 'ok',
    });
    const found = differences(codes, first, second);
    return { ...found, first: only(first, found), second: only(second, found) };
  }
}

function isReader(role: string): boolean {
  return (READERS as readonly string[]).includes(role);
}

/** Nothing of a field on which they agree. */
function only({ scores, comments, dissent }: ApartReading, found: Differences): ApartReading {
  const kept = <T>(all: Readonly<Record<string, T>>) =>
    Object.fromEntries(Object.entries(all).filter(([code]) => found.indicators.includes(code)));
  return {
    scores: kept(scores),
    comments: kept(comments),
    dissent: found.dissent ? dissent : null,
  };
}
