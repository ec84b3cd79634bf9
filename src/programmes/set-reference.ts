import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';
import { hashOf } from '../rules/provenance/sha256-hex.js';
import type { Programme } from './programme.entity.js';
import { RuleVersion } from './rule-version.entity.js';

/** Rules that are not frozen measure against the programme's own T and application deadline. */
@Injectable()
export class SetReference {
  constructor(private readonly database: Database) {}

  async run(programme: Programme): Promise<void> {
    const repo = this.database.repo(RuleVersion);
    const version = await repo.findOneBy({ id: programme.ruleVersionId ?? '' });
    const open = programme.calendar.find(({ phase }) => phase === 'Open');
    if (!version || version.frozenAt || !open) return;
    const reference = { year: programme.dataYear, applicationDeadline: open.to };
    version.rules = { ...version.rules, reference };
    version.hash = hashOf(version.rules);
    await repo.save(version);
  }
}
