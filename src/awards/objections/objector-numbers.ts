import { Injectable, type OnModuleInit } from '@nestjs/common';
import { KnownTargets } from '../../notifications/known-targets.js';
import { ObjectionQueries } from './objection.queries.js';

/** Digits for a lost code leave the house only to a mobile that somebody objected with. */
@Injectable()
export class ObjectorNumbers implements OnModuleInit {
  constructor(
    private readonly targets: KnownTargets,
    private readonly objections: ObjectionQueries,
  ) {}

  onModuleInit(): void {
    this.targets.ask('code.objection', async (lookup) => {
      return (await this.objections.ofMobile(lookup)).length > 0;
    });
  }
}
