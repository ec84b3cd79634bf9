import type { Actor } from '../actor.js';

export const ACTOR_SOURCE = Symbol('actor source');

/** Who stands behind a session; the accounts module provides it. */
export interface ActorSource {
  actor(accountId: string): Promise<Actor | null>;
}
