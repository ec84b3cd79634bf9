import { Injectable } from '@nestjs/common';
import { Clock } from '../../config/clock.js';
import { Database } from '../../database/database.js';
import { newId } from '../../database/new-id.js';
import { Journal } from '../../journal/journal.js';
import { ProgrammeQueries } from '../../programmes/programme.queries.js';
import { publishResults } from '../../rules/provenance/publish-results.js';
import { hashOf } from '../../rules/provenance/sha256-hex.js';
import type { CategoryCode } from '../../rules/scoring/rule-set.js';
import type { ListChange, ResultsBundle } from '../../rules/provenance/results-bundle.js';
import type { Actor } from '../../web/actor.js';
import { AwardList, type AwardListRow } from './award-list.entity.js';
import { StandingQueries } from '../standings/standing.queries.js';
import { AwardListQueries } from './award-list.queries.js';
import { leftOut, whyLeftOut } from './left-out.js';
import { listHash } from './list-rows.js';
import { listIn } from '../../rules/lifecycle/record-states.js';

export interface NewVersion {
  readonly programmeId: string;
  readonly rows: readonly AwardListRow[];
  readonly actor: Pick<Actor, 'accountId'>;
  readonly role: string;
  readonly minutes: string | null;
  readonly supervisorStatement: string | null;
  readonly correctionReason: string | null;
}

/** Writes one version of the award list with the bundle from which a stranger computes it again. */
@Injectable()
export class BuildAwardList {
  constructor(
    private readonly database: Database,
    private readonly programmes: ProgrammeQueries,
    private readonly standings: StandingQueries,
    private readonly lists: AwardListQueries,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  /** Within the caller's transaction. */
  async run(version: NewVersion): Promise<{ listId: string; hash: string }> {
    const { programmeId, rows, actor } = version;
    const bundle = await this.bundle(programmeId, rows);
    const lists = this.database.repo(AwardList);
    const known = await lists.find({
      where: { programmeId, kind: 'award' },
      select: { id: true, number: true, state: true },
    });
    for (const { id } of known.filter(({ state }) => listIn.prepared.has(state))) {
      await lists.update(id, { state: 'Superseded' });
    }
    const listId = newId();
    const number = Math.max(0, ...known.map((one) => one.number)) + 1;
    const hash = listHash(rows);
    await lists.insert({
      id: listId,
      programmeId,
      kind: 'award',
      number,
      state: 'Prepared',
      rows: [...rows],
      hash,
      bundle: bundle as never,
      inputHash: bundle?.inputHash ?? null,
      minutes: version.minutes,
      supervisorStatement: version.supervisorStatement,
      correctionReason: version.correctionReason,
      leftOut: await this.leftOut(programmeId, rows),
      preparedBy: actor.accountId,
      preparedAt: this.clock.now(),
    });
    await this.journal.record({
      actorId: actor.accountId,
      actorRole: version.role,
      event: 'list.prepare',
      subjectType: 'list',
      subjectId: listId,
      programmeId,
      details: {
        number,
        rows: rows.length,
        hash,
        inputHash: bundle?.inputHash ?? null,
        bundle: bundle && hashOf(bundle),
      },
    });
    return { listId, hash };
  }

  private async leftOut(programmeId: string, rows: readonly AwardListRow[]) {
    const known = await this.lists.ofProgramme(programmeId);
    const posted = known.find(({ kind, state }) => kind === 'proposed' && listIn.posted.has(state));
    const outcomes = await this.lists.outcomes(programmeId);
    const states = new Map(outcomes.map(({ applicationId, state }) => [applicationId, state]));
    return leftOut(posted?.rows ?? [], rows, states);
  }

  /** The version that is prepared or in force without one merchant; nothing where it does not name it. */
  async leaveOut(
    applicationId: string,
    by: Pick<NewVersion, 'programmeId' | 'actor' | 'role'> & { readonly reason: string },
  ): Promise<void> {
    const { reason, ...version } = by;
    const known = await this.lists.ofProgramme(by.programmeId);
    const current = known.find(
      ({ kind, state }) =>
        kind === 'award' && (listIn.prepared.has(state) || listIn.published.has(state)),
    );
    if (!current?.rows.some((row) => row.applicationId === applicationId)) return;
    await this.run({
      ...version,
      rows: renumbered(current.rows.filter((row) => row.applicationId !== applicationId)),
      minutes: current.minutes,
      supervisorStatement: current.supervisorStatement,
      correctionReason: reason,
    });
  }

  /** Null for a historical programme, whose scores were never locked here. */
  private async bundle(
    programmeId: string,
    rows: readonly AwardListRow[],
  ): Promise<ResultsBundle | null> {
    const locked = await this.standings.locked(programmeId);
    if (!locked.length) return null;
    const programme = await this.programmes.byId(programmeId);
    const rules = await this.programmes.rules(programmeId);
    const outcomes = await this.lists.outcomes(programmeId);
    const receipts = new Map(outcomes.map((one) => [one.applicationId, one]));
    const list = rows.flatMap((row) => {
      const outcome = receipts.get(row.applicationId ?? '');
      if (!outcome) return [];
      return [
        {
          category: row.category as CategoryCode,
          receiptNumber: outcome.receiptNumber,
          standing: outcome.standing,
          division: outcome.divisionCode,
          merchant: row.name,
        },
      ];
    });
    const listed = new Set(list.map(({ receiptNumber }) => receiptNumber));
    // As ranked: the standings of who was cancelled since say that they lead to no place.
    const ranked = locked.flatMap(({ result }) => result.applications);
    const inQuota = new Set(
      ranked
        .filter(({ result }) => result?.outcome === 'proposed')
        .map(({ receiptNumber }) => receiptNumber),
    );
    const changes = outcomes
      .filter(({ receiptNumber }) => inQuota.has(receiptNumber) && !listed.has(receiptNumber))
      .map(({ receiptNumber, state, categoryCode }): ListChange => ({
        category: categoryCode as CategoryCode,
        receiptNumber,
        change: 'removed',
        reason: whyLeftOut(state),
      }));
    return publishResults(
      {
        programme: programme.slug,
        ruleVersion: rules.hash,
        ruleSet: rules.rules,
        categories: locked.map(({ inputs }) => inputs),
      },
      list,
      changes,
    );
  }
}

/** A row that goes leaves no gap in the serial numbers of its category. */
function renumbered<Row extends { readonly category: string; readonly serial: number }>(
  rows: readonly Row[],
): Row[] {
  const serials = new Map<string, number>();
  return rows.map((row) => {
    const serial = (serials.get(row.category) ?? 0) + 1;
    serials.set(row.category, serial);
    return { ...row, serial };
  });
}
