import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.js';
import { Journal } from '../../journal/journal.js';
import { conflict } from '../../rules/refusal.js';
import type { Actor } from '../../web/actor.js';
import type { ExpertFacts } from './add-expert.js';
import { Expert } from './expert.entity.js';

/** New facts about an expert, or the end of their time in the pool. */
@Injectable()
export class EditExpert {
  constructor(
    private readonly database: Database,
    private readonly journal: Journal,
  ) {}

  async run(
    actor: Actor,
    expertId: string,
    given: ExpertFacts & { readonly active: boolean; readonly version: number },
  ): Promise<void> {
    await this.database.transaction(async () => {
      const expert = await this.database.lock(Expert, expertId);
      if (expert.version !== given.version) throw conflict();
      const { version: _, ...facts } = given;
      await this.database.repo(Expert).save(
        Object.assign(expert, facts, {
          categories: [...given.categories],
          topics: [...given.topics],
        }),
      );
      await this.journal.record({
        actorId: actor.accountId,
        actorRole: 'CityRegistrar',
        event: 'expert.edit',
        subjectType: 'expert',
        subjectId: expertId,
        details: { active: given.active, categories: given.categories },
        // The names of judges are public once the results are.
        changesPublicPages: true,
      });
    });
  }
}
