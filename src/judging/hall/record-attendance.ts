import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '../../config/clock.js';
import type { Config } from '../../config/config.js';
import { CONFIG } from '../../config/config.module.js';
import { Database } from '../../database/database.js';
import { Sealer } from '../../database/sealed.js';
import { Journal } from '../../journal/journal.js';
import { ProgrammeQueries } from '../../programmes/programme.queries.js';
import { type AttendanceEntry, attendanceProblems } from '../../rules/hall/attendance.js';
import { defenceDayOf } from '../../rules/hall/defence-day.js';
import { phaseOf } from '../../rules/hall/hall-clock.js';
import { sha256Hex } from '../../rules/provenance/sha256-hex.js';
import { Refusal, conflict, missing } from '../../rules/refusal.js';
import type { Actor } from '../../web/actor.js';
import { actingRole } from '../../web/acting-role.js';
import { holdOpen } from '../rounds/round-gate.js';
import { DefenceTurn } from './defence-turn.entity.js';
import { HallQueries } from './hall.queries.js';
import { KEEPERS } from './keepers.js';
import { takeHall } from './take-hall.js';

/** Who came when a merchant was called. It gives and takes no point: that is what two people note afterwards. */
@Injectable()
export class RecordAttendance {
  private readonly sealer: Sealer;

  constructor(
    @Inject(CONFIG) config: Config,
    private readonly database: Database,
    private readonly programmes: ProgrammeQueries,
    private readonly queries: HallQueries,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {
    this.sealer = new Sealer(config.secret);
  }

  async run(
    actor: Actor,
    { roundId, place }: { readonly roundId: string; readonly place: number },
    entry: AttendanceEntry,
  ): Promise<void> {
    actingRole(actor, KEEPERS);
    await this.database.transaction(async () => {
      const { programmeId } = await takeHall(this.database, roundId);
      const actorRole = actingRole(actor, KEEPERS, programmeId);
      await holdOpen(this.database, roundId);
      const turn = (await this.queries.turns(roundId)).find((one) => one.place === place);
      if (!turn) throw missing();
      const [problem] = attendanceProblems(entry);
      if (problem) throw new Refusal(problem.key, problem.variables, problem.field);
      // Whoever spoke was there: only the words about it may still be put right.
      const began = phaseOf(turn.acts) !== 'waiting';
      const absent = entry.attendance === 'absent';
      if (began && absent) throw conflict('hall.attendance.spoke');
      const cameLate = turn.attendance === 'absent' && !absent;
      const { rules } = await this.programmes.rules(programmeId);
      if (cameLate && !defenceDayOf(rules).calledAgain) {
        throw new Refusal('hall.attendance.notAgain', {}, 'attendance', 'conflict');
      }
      const { attendance, speaker, note } = entry;
      await this.database.repo(DefenceTurn).update(
        { id: turn.id },
        {
          attendance,
          again: turn.again === 1 || cameLate,
          speakerSealed: speaker === null ? null : this.sealer.seal(speaker),
          note,
          attendanceBy: actor.accountId,
          attendanceAt: this.clock.now(),
        },
      );
      await this.journal.record({
        actorId: actor.accountId,
        actorRole,
        event: 'round.recordAttendance',
        subjectType: 'round',
        subjectId: roundId,
        programmeId,
        details: {
          turn: place,
          applicationId: turn.applicationId,
          attendance,
          was: turn.attendance,
          note: note ? sha256Hex(note) : null,
        },
      });
    });
  }
}
