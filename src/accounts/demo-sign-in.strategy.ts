import { Inject, Injectable } from '@nestjs/common';
import { AuthGuard, PassportStrategy } from '@nestjs/passport';
import type { FastifyRequest } from 'fastify';
import { Strategy } from 'passport';
import { CONFIG } from '../config/config.module.js';
import type { Config } from '../config/config.js';
import { typedTexts } from '../web/forms/parse-value.js';
import type { SignedIn } from '../web/sessions/open-session.js';
import { AccountQueries } from './account.queries.js';

type Done = (error: unknown, account?: SignedIn | false) => void;

/** Lets in whom the question about the request answers with; passport has no strategy without a secret. */
class PickStrategy extends Strategy {
  constructor(private readonly ask: (request: FastifyRequest, done: Done) => void) {
    super();
  }

  override authenticate(request: unknown): void {
    this.ask(request as FastifyRequest, (error, account) => {
      if (error) this.error(error);
      else if (account) this.success(account);
      else this.fail(404);
    });
  }
}

/** The demo city's list of people, where a click signs in; nobody is on it elsewhere. */
@Injectable()
export class DemoSignInStrategy extends PassportStrategy(PickStrategy, 'demo') {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly accounts: AccountQueries,
  ) {
    super();
  }

  async validate({ form }: FastifyRequest): Promise<SignedIn | false> {
    if (!this.config.demo) return false;
    const [accountId] = typedTexts(form, 'accountId');
    const people = await this.accounts.demoPeople();
    const known = people.find(({ id }) => id === accountId);
    return known ? this.accounts.signedIn(known.id) : false;
  }
}

/** Who is not on the list is told that there is nothing here. */
@Injectable()
export class DemoSignInGuard extends AuthGuard('demo') {
  override handleRequest<T>(error: unknown, account: T): T {
    if (error) throw error;
    return account;
  }
}
