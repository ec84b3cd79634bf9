import { Injectable } from '@nestjs/common';
import type { Actor } from '../../web/actor.js';

type Follower = (actor: Actor) => Promise<void>;

/** Rooms above say what follows when somebody has shown that a mobile number is theirs. */
@Injectable()
export class AfterMobile {
  private readonly followers: Follower[] = [];

  /** @param follower runs inside the transaction, with the account held */
  add(follower: Follower): void {
    this.followers.push(follower);
  }

  async run(actor: Actor): Promise<void> {
    for (const follow of this.followers) await follow(actor);
  }
}
