import { Injectable, type OnModuleInit } from '@nestjs/common';
import { SendCheckpoint } from '../notifications/send-checkpoint.js';
import { PhaseClock } from '../programmes/phase-clock.js';

/** Every day that saw an entry ends with a checkpoint that leaves the house. */
@Injectable()
export class DailyCheckpoint implements OnModuleInit {
  constructor(
    private readonly phaseClock: PhaseClock,
    private readonly sendCheckpoint: SendCheckpoint,
  ) {}

  onModuleInit(): void {
    this.phaseClock.alsoRun(() => this.sendCheckpoint.daily());
  }
}
