import type { Actor } from '../actor.js';

export const ACTOR_SOURCE = Symbol('actor source');
export const REFUSAL_LOG = Symbol('refusal log');

/** Who stands behind a session; the accounts module provides it. */
export interface ActorSource {
  actor(accountId: string): Promise<Actor | null>;
}

/** Where it is written down that somebody signed in asked for a page without the right to it. */
export interface RefusalLog {
  run(refused: {
    readonly accountId: string;
    readonly action: 'page.open';
    readonly objectType: 'route';
    readonly objectId: string;
    readonly result: 'refused';
    readonly address: string;
  }): Promise<void>;
}
