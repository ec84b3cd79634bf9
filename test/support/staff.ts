import type { Actor } from '../../src/web/actor.js';
import { acting } from './acting.js';
import { type Person, office } from './people.js';
import { TestApp } from './test-app.js';

/** An administrator and a clerk, for what is done to accounts. */
export class Staff {
  private constructor(
    readonly app: TestApp,
    readonly admin: Person,
    readonly clerk: Person,
  ) {}

  static async open(): Promise<Staff> {
    const app = await TestApp.start();
    return new Staff(app, await office(app, 'SystemAdmin'), await office(app, 'Screener'));
  }

  /** The administrator. */
  get by(): Actor {
    return acting('SystemAdmin', { accountId: this.admin.accountId });
  }

  /** The clerk. */
  get self(): Actor {
    return acting('Screener', { accountId: this.clerk.accountId });
  }
}
