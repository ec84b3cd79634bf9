import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';

interface Kept {
  readonly generation: number;
  readonly fact: Promise<unknown>;
}

/**
 * What everybody may know, computed once for all who ask until something public changes: the generation
 * that the journal raises with each such change is compared at every reading, as for kept pages. For pages,
 * not for use cases: what an open transaction has changed may still be undone.
 */
@Injectable()
export class KeptFacts {
  private readonly kept = new Map<string, Kept>();

  constructor(private readonly database: Database) {}

  /** @param name one of few: nothing is ever thrown away but for its newer self */
  async read<T>(name: string, compute: () => Promise<T>): Promise<T> {
    const generation = await this.database.number(
      'SELECT public_generation FROM chain_head WHERE id = 1',
    );
    const known = this.kept.get(name);
    if (known?.generation === generation) return known.fact as Promise<T>;
    const fact = compute();
    this.kept.set(name, { generation, fact });
    // A database that was away may be back at the next reading.
    fact.catch(() => this.kept.delete(name));
    return fact;
  }
}
