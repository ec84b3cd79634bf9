import { type ExecutionContext, createParamDecorator } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Language } from '../../text/catalogue.js';
import { type RawForm, typedTexts } from '../forms/parse-value.js';
import type { Walk } from '../lists/walk-model.js';
import { addressOf } from './address.js';

/** Who opens a list or a file out of one, and what the address asks for. */
export interface ListVisitor {
  readonly asked: RawForm;
  readonly accountId: string | null;
  readonly address: string;
  readonly lang: Language;
  /** The list that a file was opened from. */
  readonly walk: Walk | null;
}

export const ListVisit = createParamDecorator(
  (_: unknown, context: ExecutionContext): ListVisitor => {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    return {
      asked: request.asked,
      accountId: request.actor?.accountId ?? null,
      address: addressOf(request),
      lang: request.lang,
      walk: walkIn(request.asked),
    };
  },
);

export function walkIn(asked: RawForm): Walk | null {
  const [words] = typedTexts(asked, 'list');
  const [at = ''] = typedTexts(asked, 'at');
  if (words === undefined || words.length > 1000 || !/^[1-9]\d{0,4}$/.test(at)) return null;
  return { words: new URLSearchParams(words).toString(), at: Number(at) };
}
