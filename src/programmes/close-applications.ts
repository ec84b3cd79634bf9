import { Injectable } from '@nestjs/common';
import { MoveProgramme } from './move-programme.js';
import { ProgrammeGuards } from './programme-guards.js';

/** Closes the applications of a programme once its deadline, with every extension, has passed. */
@Injectable()
export class CloseApplications {
  constructor(
    private readonly guards: ProgrammeGuards,
    private readonly moveProgramme: MoveProgramme,
  ) {}

  /** @returns whether the programme moved on; before the deadline nothing happens */
  async run(programmeId: string): Promise<boolean> {
    const guards = await this.guards.of(programmeId);
    if (!guards.applicationDeadlinePassed) return false;
    await this.moveProgramme.run({
      programmeId,
      event: 'closeApplications',
      actorId: null,
      role: 'System',
      guards,
    });
    return true;
  }
}
