import { Injectable } from '@nestjs/common';
import { Clock } from '../../config/clock.js';
import { Database } from '../../database/database.js';
import { Journal } from '../../journal/journal.js';
import { Notify } from '../../notifications/notify.js';
import { ProgrammeQueries } from '../../programmes/programme.queries.js';
import { hashOf } from '../../rules/provenance/sha256-hex.js';
import { Refusal } from '../../rules/refusal.js';
import {
  type AnchorDraft,
  anchorDraftProblems,
  anchorProblems,
} from '../../rules/rounds/anchors.js';
import type { SheetProblem } from '../../rules/rounds/draft-sheet.js';
import type { Indicator } from '../../rules/scoring/indicator.js';
import type { Actor } from '../../web/actor.js';
import { actingRole } from '../../web/acting-role.js';
import { AnchorQueries } from './anchor.queries.js';
import { AnchorDossier, type AnchorEvidence } from './anchor-dossier.entity.js';
import { takeAnchor } from './take-anchor.js';

export interface TypedAnchor extends AnchorDraft {
  /** Ids of the files that stay. */
  readonly documents: readonly string[];
}

/**
 * What the registrar wrote, whole, at the version that was seen. It is a draft again whatever it was; where
 * it is handed over, it must be complete and the approvers hear of it.
 */
@Injectable()
export class SaveAnchor {
  constructor(
    private readonly database: Database,
    private readonly journal: Journal,
    private readonly notify: Notify,
    private readonly clock: Clock,
    private readonly programmes: ProgrammeQueries,
    private readonly queries: AnchorQueries,
  ) {}

  async run(
    actor: Actor,
    given: { readonly id: string; readonly version: number; readonly handOver: boolean },
    read: (indicators: readonly Indicator[]) => TypedAnchor,
  ): Promise<void> {
    actingRole(actor, ['CityRegistrar']);
    await this.database.transaction(async () => {
      const { database, queries, programmes } = this;
      const kit = { database, queries, programmes };
      const { anchor, role, indicators } = await takeAnchor(kit, actor, 'CityRegistrar', given);
      const typed = read(indicators);
      const evidence = evidenceOf(indicators, anchor.evidence, typed);
      const [problem] = given.handOver
        ? anchorProblems(indicators, typed, shownBesideText(evidence))
        : anchorDraftProblems(indicators, typed);
      if (problem) throw new Refusal(problem.key, problem.variables, anchorField(problem));
      const { points, reasons } = typed;
      const saved = await this.database.repo(AnchorDossier).save(
        Object.assign(anchor, {
          evidence,
          points,
          reasons,
          state: given.handOver ? ('Prepared' as const) : ('Draft' as const),
          preparedBy: actor.accountId,
          preparedAt: this.clock.now(),
          confirmedBy: null,
          confirmedAt: null,
          returnReason: given.handOver ? null : anchor.returnReason,
        }),
      );
      await this.journal.record({
        actorId: actor.accountId,
        actorRole: role,
        event: given.handOver ? 'anchor.prepare' : 'anchor.save',
        subjectType: 'anchor',
        subjectId: anchor.id,
        programmeId: anchor.programmeId,
        details: {
          version: saved.version,
          points,
          content: hashOf({ evidence, reasons }),
        },
      });
      if (!given.handOver) return;
      const path = `/office/anchor-dossiers/${anchor.id}`;
      await this.notify.holders(['Approver'], { kind: 'anchorPrepared', path });
    });
  }
}

/** The field of the form that a problem stands beside. */
export function anchorField({ key, indicator }: SheetProblem): string {
  if (key.startsWith('judging.anchor.text')) return `text-${indicator}`;
  if (key.startsWith('judging.anchor.reason')) return `reason-${indicator}`;
  return `points-${indicator}`;
}

/** Indicators for which more than the text is there to read. */
export function shownBesideText(
  evidence: Readonly<Record<string, AnchorEvidence>>,
): ReadonlySet<string> {
  const shown = Object.entries(evidence).filter(
    ([, { rows, documents }]) => rows.length > 0 || documents.length > 0,
  );
  return new Set(shown.map(([code]) => code));
}

/** What stands there afterwards: the text as typed, the rows as they were, the files that stay. */
export function evidenceOf(
  indicators: readonly Indicator[],
  before: Readonly<Record<string, AnchorEvidence>>,
  { texts, documents }: TypedAnchor,
): Readonly<Record<string, AnchorEvidence>> {
  return Object.fromEntries(
    indicators.map(({ code }) => [
      code,
      {
        text: texts[code] ?? '',
        rows: before[code]?.rows ?? [],
        documents: (before[code]?.documents ?? []).filter(({ id }) => documents.includes(id)),
      },
    ]),
  );
}
