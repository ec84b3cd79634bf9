import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.js';
import { ProgrammeQueries, type RoundRow } from '../../programmes/programme.queries.js';
import { compareAssignments } from '../../rules/assignment/compare-assignments.js';
import { hashOf } from '../../rules/provenance/sha256-hex.js';
import { Refusal, conflict } from '../../rules/refusal.js';
import type { Actor } from '../../web/actor.js';
import { importedAssignment, isInForce } from './imported-assignment.js';
import { PutInForce } from './put-in-force.js';
import type { AssignmentFile } from './read-assignment-file.js';

export interface ImportDecision {
  readonly file: AssignmentFile;
  readonly perApplication: number;
  /** Of the preview that the office saw. */
  readonly digest: string;
  readonly reason: string;
}

/** Puts an assignment in force that somebody made in a table: every line of it, or nothing. */
@Injectable()
export class ImportAssignment {
  constructor(
    private readonly database: Database,
    private readonly programmes: ProgrammeQueries,
    private readonly putInForce: PutInForce,
  ) {}

  /** @throws Refusal of kind conflict when the consequences are no longer those that were shown */
  async run(actor: Actor, round: RoundRow, given: ImportDecision): Promise<void> {
    const { file, perApplication, digest, reason } = given;
    await this.database.transaction(async () => {
      const held = await this.putInForce.hold(round);
      const { state } = held;
      const { rules } = await this.programmes.rules(round.programmeId);
      const found = importedAssignment(state, file, perApplication, rules.trimTable);
      if (found.fault) throw new Refusal(found.fault.code, found.fault.variables, 'perApplication');
      if (!found.sound) {
        throw new Refusal('assignment.import.hasErrors', { count: found.problems.length }, 'file');
      }
      const { problem, plan } = found.sound;
      if (found.sound.digest !== digest) {
        const applied = isInForce(state, { file: file.hash, perApplication });
        throw conflict(applied ? 'assignment.import.applied' : 'assignment.import.stale');
      }
      const { added, withdrawn } = compareAssignments(state.present, found.pairs);
      const decided = {
        mode: 'perApplication' as const,
        perApplication,
        seed: String(problem.seed),
        problem,
        plan,
        problemHash: hashOf(problem),
        planHash: hashOf(plan),
        pairs: found.pairs,
        fewest: perApplication,
      };
      const details = { file: file.hash, added: added.length, removed: withdrawn.length };
      await this.putInForce.run(actor, held, decided, {
        event: 'assignment.import',
        reason,
        details,
      });
    });
  }
}
