import { Injectable } from '@nestjs/common';
import { AuthGuard, PassportStrategy } from '@nestjs/passport';
import type { FastifyRequest } from 'fastify';
import { Strategy } from 'passport-local';
import { Refusal } from '../rules/refusal.js';
import type { FieldError } from '../web/forms/submitted.js';
import { TooManyRequests } from '../web/errors/too-many-requests.js';
import { addressOf } from '../web/http/address.js';
import type { SignedIn } from '../web/sessions/open-session.js';
import { SignIn } from './sign-in.js';

export type SignInOutcome = SignedIn | { readonly error: FieldError; readonly cause: unknown };

/** Passport's local strategy over our form; a refusal is an outcome, so the page can show it. */
@Injectable()
export class SignInStrategy extends PassportStrategy(Strategy, 'local') {
  constructor(private readonly signIn: SignIn) {
    super({ usernameField: 'mobile', passwordField: 'password', passReqToCallback: true });
  }

  async validate(
    request: FastifyRequest,
    mobile: string,
    password: string,
  ): Promise<SignInOutcome> {
    try {
      return await this.signIn.run(mobile, password, addressOf(request));
    } catch (cause) {
      if (cause instanceof Refusal) {
        return { error: { field: '', code: cause.code, variables: cause.variables }, cause };
      }
      if (cause instanceof TooManyRequests) {
        const variables = { minutes: cause.minutes };
        return { error: { field: '', code: 'accounts.signIn.closed', variables }, cause };
      }
      throw cause;
    }
  }
}

/** An empty form is no exception either: the handler shows what is missing. */
@Injectable()
export class SignInGuard extends AuthGuard('local') {
  override handleRequest<T>(error: unknown, outcome: T): T {
    if (error) throw error;
    return outcome;
  }
}
