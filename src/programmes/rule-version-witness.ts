import { Injectable } from '@nestjs/common';
import type { StateDifference, TellingEntry } from '../journal/state-witness.js';
import { Witness } from '../journal/witness.js';
import { hashOf } from '../rules/provenance/sha256-hex.js';

interface Row {
  readonly id: string;
  readonly programmeId: string;
  readonly number: number;
  readonly rules: string;
  readonly hash: string;
}

const ADDED = 'ruleVersion.add';
const ANNOUNCED = 'programme.announce';

/** Frozen rules are those that were announced, or those of the entry that added them. */
@Injectable()
export class RuleVersionWitness extends Witness {
  readonly events = [ADDED, ANNOUNCED];

  async differing(
    entries: ReadonlyMap<string, readonly TellingEntry[]>,
  ): Promise<StateDifference[]> {
    const rows = await this.database.rows<Row>(
      'SELECT id, programme_id, number, rules, hash FROM rule_version WHERE frozen_at IS NOT NULL',
    );
    const differing = rows.flatMap((row): StateDifference[] => {
      const made = entryOf(row, entries);
      if (row.hash === hashOf(JSON.parse(row.rules)) && made?.details.rules === row.hash) return [];
      return [{ table: 'rule_version', id: row.id, sequence: made?.sequence ?? null }];
    });
    return [...differing, ...gone(rows, entries)];
  }
}

/** The entry that fixed a version: the one that added it, or the announcement of its programme. */
function entryOf(
  { id, programmeId, number }: Row,
  entries: ReadonlyMap<string, readonly TellingEntry[]>,
): TellingEntry | undefined {
  const added = entries.get(id)?.find(({ event }) => event === ADDED);
  if (added) return added;
  const announced = entries.get(programmeId) ?? [];
  return announced.find(
    ({ event, details }) => event === ANNOUNCED && details.ruleVersion === number,
  );
}

function gone(
  rows: readonly Row[],
  entries: ReadonlyMap<string, readonly TellingEntry[]>,
): StateDifference[] {
  const versions = new Set(rows.map(({ id }) => id));
  const announced = new Set(rows.map(({ programmeId, number }) => `${programmeId} ${number}`));
  return [...entries].flatMap(([subject, told]) =>
    told.flatMap(({ event, details, sequence }): StateDifference[] => {
      const lost =
        (event === ADDED && !versions.has(subject)) ||
        (event === ANNOUNCED &&
          typeof details.ruleVersion === 'number' &&
          !announced.has(`${subject} ${details.ruleVersion}`));
      return lost ? [{ table: 'rule_version', id: subject, sequence }] : [];
    }),
  );
}
