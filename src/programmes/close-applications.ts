import { Injectable } from '@nestjs/common';
import { MoveProgramme } from './move-programme.js';
import { ProgrammeGuards } from './programme-guards.js';
import { Programme } from './programme.entity.js';
import { Database } from '../database/database.js';

/** Closes the applications of a programme once its deadline, with every extension, has passed. */
@Injectable()
export class CloseApplications {
  constructor(
    private readonly database: Database,
    private readonly guards: ProgrammeGuards,
    private readonly moveProgramme: MoveProgramme,
  ) {}

  /** @throws Refusal before the deadline */
  async run(programmeId: string): Promise<void> {
    return this.database.transaction(async () => {
      await this.database.lock(Programme, programmeId);
      const guards = await this.guards.of(programmeId);
      await this.moveProgramme.run({
        programmeId,
        event: 'closeApplications',
        actorId: null,
        role: 'System',
        guards,
      });
    });
  }
}
