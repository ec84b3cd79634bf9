import {
  type CanActivate,
  type ExecutionContext,
  Injectable,
  NotFoundException,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { PasswordChangeNeeded } from '../errors/password-change-needed.js';
import { SignInNeeded } from '../errors/sign-in-needed.js';
import { ACCESS } from './access.decorator.js';
import { type Policy, allows } from './policies.js';

const passwordPage = '/account/password';

/** A missing right looks like a missing page, so that nobody learns what exists. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(private readonly reflector: Reflector) {}

  canActivate(context: ExecutionContext): boolean {
    const policy = this.reflector.get<Policy | undefined>(ACCESS, context.getHandler());
    const { actor, url } = context.switchToHttp().getRequest<FastifyRequest>();
    if (actor?.mustChangePassword && policy !== 'public' && !url.startsWith(passwordPage)) {
      throw new PasswordChangeNeeded();
    }
    if (policy && allows(policy, actor)) return true;
    if (policy && !actor) throw new SignInNeeded();
    throw new NotFoundException();
  }
}
