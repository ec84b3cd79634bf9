import { SetMetadata } from '@nestjs/common';
import type { Policy } from './policies.js';

export const ACCESS = 'access';

/** Names the policy of a handler; a handler without one does not start (test/architecture). */
export const Access = (policy: Policy) => SetMetadata(ACCESS, policy);
