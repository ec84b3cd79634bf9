import { stat } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import type { MultipartFile } from '@fastify/multipart';
import {
  BadRequestException,
  ForbiddenException,
  HttpException,
  PayloadTooLargeException,
} from '@nestjs/common';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { addressOf } from './address.js';
import { CannotKeepFile } from '../errors/cannot-keep-file.js';
import { SignInNeeded } from '../errors/sign-in-needed.js';
import { hasFormOfOurs, tokenHolds } from './form-token.js';
import type { IncomingFile } from './uploaded-file.js';
import { Texts, mostBytes, mostOfOne } from './texts.js';
import { type Uploads, together } from './uploads.js';

/** What is made of a file as it arrives, in its place. */
export interface Arrival {
  run(path: string): Promise<void>;
}

/** The largest form, a rubric, has some hundred fields. */
const mostFields = 2000;
const limits = {
  fileSize: 10 * 1_048_576,
  files: 10,
  fields: mostFields,
  fieldSize: mostOfOne + 1,
  fieldNameSize: 300,
};
/** A file that is too large ends there; the plugin's types leave the switch out of this call. */
const asTruncated: Parameters<FastifyRequest['parts']>[0] & { throwFileSizeLimit: boolean } = {
  limits,
  throwFileSizeLimit: false,
};
/** Milliseconds that a client gets to notice an answer that came before the end of what it sends. */
const lingering = 10_000;

/**
 * Whatever the encoding, afterwards `request.form` holds texts and `request.uploads` the files. Files
 * are taken in only for a handler that takes some, from somebody whose token holds; it is a field
 * before them. Bytes that nobody asked for are thrown away, and after 1 MB no more are read.
 */
export function readBodies(server: FastifyInstance, uploads: Uploads, arrival: Arrival): void {
  server.addHook('preValidation', async (request, reply) => {
    if (!request.isMultipart()) request.form = new Texts(mostFields).addAll(request.body).form;
    else await readParts(request, reply, uploads, arrival);
  });
  server.addHook('onSend', async (request) => {
    await request.incoming?.close();
  });
  server.addHook('onResponse', async ({ raw }) => {
    if (raw.complete) return;
    setTimeout(() => raw.complete || raw.destroy(), lingering).unref();
  });
}

async function readParts(
  request: FastifyRequest,
  reply: FastifyReply,
  uploads: Uploads,
  arrival: Arrival,
) {
  const texts = new Texts(mostFields);
  request.form = texts.form;
  const files: IncomingFile[] = [];
  const signedOut = request.refusal instanceof SignInNeeded && hasFormOfOurs(request);
  const most = signedOut ? together : mostBytes;
  let unasked = 0;
  const throwAway = async (content: Readable, tooMuch: Error) => {
    for await (const chunk of content) {
      unasked += (chunk as Buffer).length;
      if (unasked > most) throw tooMuch;
    }
  };
  try {
    for await (const part of request.parts(asTruncated)) {
      if (part.type === 'field') texts.add(part.fieldname, String(part.value));
      else if (!part.filename) await throwAway(part.file, new BadRequestException());
      else if (signedOut) {
        request.leftBehind = [...request.leftBehind, part.filename];
        await throwAway(part.file, new PayloadTooLargeException());
      } else if (!tokenHolds(request, reply)) await throwAway(part.file, new ForbiddenException());
      else if (!takesFiles(request)) await throwAway(part.file, new PayloadTooLargeException());
      else files.push(await takeIn(request, part, uploads, arrival));
    }
  } catch (error) {
    request.uploads = files;
    // Nobody listens any more: what still arrives runs into the void.
    request.raw.unpipe();
    request.raw.resume();
    await request.incoming?.close();
    throw asRefusal(error);
  }
  request.uploads = files;
}

function takesFiles({ routeOptions, refusal }: FastifyRequest): boolean {
  return routeOptions.config.takesFiles === true && refusal === null;
}

async function takeIn(
  request: FastifyRequest,
  part: MultipartFile,
  uploads: Uploads,
  arrival: Arrival,
): Promise<IncomingFile> {
  request.incoming ??= await uploads.open(request.actor?.accountId ?? addressOf(request));
  const file = await request.incoming.save(part, part.file);
  if (file.path === null) return file;
  await arrival.run(file.path);
  return { ...file, size: (await stat(file.path)).size };
}

/**
 * The parser's own errors speak of the body, so they are the sender's. What the machine says, and
 * names the call that failed, is ours: no room, no right, a broken disk.
 */
function asRefusal(error: unknown): unknown {
  const { statusCode, syscall } = error as { statusCode?: number; syscall?: string };
  if (error instanceof HttpException || (statusCode !== undefined && statusCode < 500))
    return error;
  return syscall ? new CannotKeepFile(error) : new BadRequestException();
}
