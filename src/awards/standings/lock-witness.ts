import { Injectable } from '@nestjs/common';
import {
  type StateDifference,
  type TellingEntry,
  differingRows,
} from '../../journal/state-witness.js';
import { Witness } from '../../journal/witness.js';
import { agrees } from '../../journal/agrees.js';
import { lockIn } from '../../rules/lifecycle/record-states.js';
import { type Place, contentHash } from './content-hash.js';

interface Row {
  readonly id: string;
  readonly state: string;
  readonly number: number;
  readonly inputHash: string;
  readonly input: string;
  readonly result: string;
}

const COMPUTE = 'standings.compute';
const LOCK = 'standings.lock';

/** What was locked is what two people computed: the inputs, the results, every place. */
@Injectable()
export class LockWitness extends Witness {
  readonly events = [COMPUTE, LOCK];

  async differing(
    entries: ReadonlyMap<string, readonly TellingEntry[]>,
  ): Promise<StateDifference[]> {
    const rows = await this.database.rows<Row>(
      'SELECT id, state, number, input_hash, input, result FROM standing_lock',
    );
    const places = await this.places();
    const { events } = this;
    return differingRows({ table: 'standing_lock', rows, events }, entries, (row, told) =>
      isTold(row, places.get(row.id) ?? [], told),
    );
  }

  private async places() {
    const rows = await this.database.rows<Place & { lockId: string }>(
      'SELECT lock_id, application_id, standing, composite_millionths FROM standing',
    );
    const places = new Map<string, typeof rows>();
    for (const row of rows) places.set(row.lockId, [...(places.get(row.lockId) ?? []), row]);
    return places;
  }
}

function isTold(row: Row, places: readonly Place[], told: readonly TellingEntry[]): boolean {
  const computed = told.find(({ event }) => event === COMPUTE);
  const locked = told.find(({ event }) => event === LOCK);
  if (!computed || (lockIn.locked.has(row.state) && !locked)) return false;
  const facts = {
    number: row.number,
    inputHash: row.inputHash,
    content: contentHash({
      inputs: JSON.parse(row.input) as unknown,
      result: JSON.parse(row.result) as unknown,
      places,
    }),
  };
  return [computed, ...(locked ? [locked] : [])].every(({ details }) => agrees(details, facts));
}
