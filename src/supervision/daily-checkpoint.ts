import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Database } from '../database/database.js';
import { quotedList } from '../database/quoted-list.js';
import { SendCheckpoint } from '../notifications/send-checkpoint.js';
import { PhaseClock } from '../programmes/phase-clock.js';
import { ExtendLog } from '../prooflog/extend-log.js';
import { programmeIn } from '../rules/lifecycle/programme-groups.js';
import { roundIn } from '../rules/lifecycle/round-groups.js';

/** Every day that saw an entry ends with a checkpoint that leaves the house, and the public log follows. */
@Injectable()
export class DailyCheckpoint implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly phaseClock: PhaseClock,
    private readonly sendCheckpoint: SendCheckpoint,
    private readonly extendLog: ExtendLog,
  ) {}

  onModuleInit(): void {
    this.extendLog.holdBackWhile(() => this.isScoring());
    this.phaseClock.alsoRun(() => this.sendCheckpoint.daily());
    this.phaseClock.alsoRun(() => this.extendLog.catchUp());
  }

  /** Judges are at work, or experts of a re-review: how many have signed is nobody's business. */
  private async isScoring(): Promise<boolean> {
    const [open, over] = [quotedList(roundIn.open), quotedList(programmeIn.over)];
    const found = await this.database.row(
      `SELECT 1 FROM round r JOIN programme g ON g.id = r.programme_id
         WHERE r.state IN (${open}) AND g.state NOT IN (${over})
       UNION ALL SELECT 1 FROM re_review_panel p JOIN programme g ON g.id = p.programme_id
         WHERE g.state NOT IN (${over})
           AND NOT EXISTS (SELECT 1 FROM re_review d WHERE d.objection_id = p.objection_id)
       LIMIT 1`,
    );
    return found !== null;
  }
}
