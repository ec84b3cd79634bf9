import { type ExecutionContext, createParamDecorator } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Actor } from '../actor.js';
import { type Submitted, readForm } from '../forms/submitted.js';
import { typedTexts } from '../forms/parse-value.js';
import { SignInNeeded } from '../errors/sign-in-needed.js';
import { addressOf } from './address.js';
import { addRouteFacts } from './route-facts.js';

const requestOf = (context: ExecutionContext) =>
  context.switchToHttp().getRequest<FastifyRequest>();

/** The signed-in person; the handler's policy has already let them in. */
export const Me = createParamDecorator((_: unknown, context: ExecutionContext): Actor => {
  const { actor } = requestOf(context);
  if (!actor) throw new SignInNeeded();
  return actor;
});

/** The person or null, for pages that anyone may open. */
export const Visitor = createParamDecorator(
  (_: unknown, context: ExecutionContext): Actor | null => requestOf(context).actor,
);

/** The body read as a form class: `@Form(MerchantForm) form: Submitted<MerchantForm>`. */
export const Form =
  (form: new () => object): ParameterDecorator =>
  (target, key, index) => {
    addRouteFacts((target as Record<string | symbol, object>)[key!]!, { form });
    submittedAs(form)(target, key, index);
  };

const submittedAs = createParamDecorator(
  (form: new () => object, context: ExecutionContext): Promise<Submitted<object>> =>
    readForm(form, requestOf(context).form),
);

/** The query string read as a form class: search fields, page numbers. */
export const Search = createParamDecorator(
  (form: new () => object, context: ExecutionContext): Promise<Submitted<object>> =>
    readForm(form, requestOf(context).asked),
);

/** One text of the query string, the first where it is repeated: `@Asked('year') year?: string`. */
export const Asked = createParamDecorator(
  (name: string, context: ExecutionContext): string | undefined =>
    typedTexts(requestOf(context).asked, name)[0],
);

/** Every field of the query string, the first text of each. */
export const AllAsked = createParamDecorator((_: unknown, context: ExecutionContext) => {
  const { asked } = requestOf(context);
  return Object.fromEntries(Object.keys(asked).map((name) => [name, typedTexts(asked, name)[0]]));
});

/** Every text field of the body as sent, for forms whose fields are data of the programme. */
export const RawBody = createParamDecorator(
  (_: unknown, context: ExecutionContext) => requestOf(context).form,
);

/** The same for a handler that chooses the class itself; its names label what a refused page gives back. */
export const BodyOf =
  (form: new () => object): ParameterDecorator =>
  (target, key, index) => {
    addRouteFacts((target as Record<string | symbol, object>)[key!]!, { form });
    RawBody()(target, key, index);
  };

const uploadsOf = createParamDecorator(
  (_: unknown, context: ExecutionContext) => requestOf(context).uploads,
);

/** Uploaded files of the body; only for a handler that names them is a file taken in. */
export const Files = (): ParameterDecorator => (target, key, index) => {
  addRouteFacts((target as Record<string | symbol, object>)[key!]!, { takesFiles: true });
  uploadsOf()(target, key, index);
};

/** The visitor's network address. */
export const Address = createParamDecorator((_: unknown, context: ExecutionContext) =>
  addressOf(requestOf(context)),
);

/** The instant at which the request began to arrive. */
export const StartedAt = createParamDecorator(
  (_: unknown, context: ExecutionContext) => requestOf(context).startedAt,
);
