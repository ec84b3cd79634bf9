import type { MultipartFile, MultipartValue } from '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import type { RawForm } from '../forms/parse-value.js';
import type { UploadedFile } from './request.js';

/** Whatever the encoding, afterwards `request.form` holds texts and `request.uploads` the files. */
export async function readBody(request: FastifyRequest): Promise<void> {
  const body = request.body;
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return;
  if (!request.isMultipart?.()) {
    request.form = body as RawForm;
    return;
  }
  const form: Record<string, unknown> = {};
  const files: UploadedFile[] = [];
  for (const [name, given] of Object.entries(body as Record<string, Part | Part[]>)) {
    for (const part of Array.isArray(given) ? given : [given]) {
      if (part.type === 'file') {
        const content = await part.toBuffer();
        if (part.filename) files.push({ field: name, name: part.filename, content });
      } else {
        const known = form[name];
        form[name] = known === undefined ? part.value : [known, part.value].flat();
      }
    }
  }
  request.form = form;
  request.uploads = files;
}

type Part = MultipartFile | MultipartValue;
