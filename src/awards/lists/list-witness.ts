import { Injectable } from '@nestjs/common';
import { agrees } from '../../journal/agrees.js';
import {
  type StateDifference,
  type TellingEntry,
  differingRows,
} from '../../journal/state-witness.js';
import { Witness } from '../../journal/witness.js';
import { hashOf } from '../../rules/provenance/sha256-hex.js';

interface Row {
  readonly id: string;
  readonly number: number;
  readonly rows: string;
  readonly hash: string;
  readonly inputHash: string | null;
  readonly bundle: string | null;
}

/** Every version of a list has the rows that the journal has a hash of, and none is gone. */
@Injectable()
export class ListWitness extends Witness {
  readonly events = ['list.prepare', 'list.propose', 'list.correctProposal'];

  async differing(
    entries: ReadonlyMap<string, readonly TellingEntry[]>,
  ): Promise<StateDifference[]> {
    const rows = await this.database.rows<Row>(
      'SELECT id, number, rows, hash, input_hash, bundle FROM award_list',
    );
    return differingRows({ table: 'award_list', rows, events: this.events }, entries, isTold);
  }
}

function isTold({ number, rows, hash, inputHash, bundle }: Row, told: readonly TellingEntry[]) {
  const [made] = told;
  if (!made) return false;
  const printed = JSON.parse(rows) as unknown[];
  const facts = {
    number,
    rows: printed.length,
    hash: hashOf(printed),
    inputHash,
    bundle: bundle === null ? null : hashOf(JSON.parse(bundle)),
  };
  return hash === facts.hash && agrees(made.details, facts);
}
