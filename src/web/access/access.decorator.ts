import { SetMetadata, applyDecorators } from '@nestjs/common';
import { addRouteFacts } from '../http/route-facts.js';
import type { Policy } from './policies.js';

export const ACCESS = 'access';

/** Names the policy of a handler; a handler without one does not start (test/architecture). */
export const Access = (policy: Policy) =>
  applyDecorators(
    SetMetadata(ACCESS, policy),
    (_: object, __: string | symbol, { value }: PropertyDescriptor) =>
      addRouteFacts(value as object, { policy }),
  );
