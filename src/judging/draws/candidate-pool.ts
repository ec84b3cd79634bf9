import { Injectable } from '@nestjs/common';
import type { PoolExpert } from '../../rules/draw/draw-record.js';
import { ConflictFacts } from '../conflicts/conflict-facts.js';
import { ExpertQueries, type ExpertRow } from '../experts/expert.queries.js';
import { judgeBar } from '../panel/judge-bar.js';
import { PanelQueries } from '../panel/panel.queries.js';
import type { Exclusion } from './draw.entity.js';

export interface PoolMember {
  readonly expert: ExpertRow;
  /** Applications with a hard hit. */
  readonly conflicts: number;
  /** Locale key of the forbidden pair that bars the person. */
  readonly bar: string | null;
}

export interface Pool {
  readonly members: readonly PoolMember[];
  readonly applications: number;
}

/** The active experts of a category as they are now, with what keeps some of them away. */
@Injectable()
export class CandidatePool {
  constructor(
    private readonly experts: ExpertQueries,
    private readonly panels: PanelQueries,
    private readonly conflicts: ConflictFacts,
  ) {}

  async load(category: {
    readonly id: string;
    readonly programmeId: string;
    readonly code: string;
  }): Promise<Pool> {
    const [experts, acts, hits] = await Promise.all([
      this.experts.all(),
      this.panels.pastActsOfPool(category.programmeId, category.id),
      this.conflicts.hardHits(category.id),
    ]);
    const members = experts
      .filter(({ active, categories }) => active && categories.includes(category.code))
      .map((expert) => ({
        expert,
        conflicts: hits.byExpert.get(expert.id) ?? 0,
        bar: judgeBar(
          acts.filter(({ expertId }) => expertId === expert.id),
          category.programmeId,
        ),
      }));
    return { members, applications: hits.applications };
  }
}

/** What the rule freezes: ids, fields and groups; no names and no telephones. */
export function poolExperts(
  { members }: Pool,
  exclusions: readonly Exclusion[],
): readonly PoolExpert[] {
  const excluded = new Set(exclusions.map(({ expertId }) => expertId));
  return members.map(({ expert, conflicts, bar }) => ({
    id: expert.id,
    field: expert.field,
    division: expert.divisionCode ?? '',
    organisation: expert.organisation,
    conflicts,
    active: true,
    barred: bar !== null || excluded.has(expert.id),
  }));
}

/** Every field of the pool, without a minimum: the terms a draw begins with. */
export function fieldsOf({ members }: Pool): { field: string; minimum: number }[] {
  return [...new Set(members.map(({ expert }) => expert.field))]
    .toSorted()
    .map((field) => ({ field, minimum: 0 }));
}
