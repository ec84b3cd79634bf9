import { Refusal } from '../rules/refusal.js';
import type { UploadedFile } from '../web/http/uploaded-file.js';
import { tidyName } from './tidy-name.js';

/** Bytes of one file (domain/fields §6). */
const most = 10 * 1_048_576;

/** @throws Refusal for an empty file and for one that is too large to have been taken in */
export function refuseSize({ name, size, field }: UploadedFile): void {
  if (size === 0) throw new Refusal('documents.empty', { name: tidyName(name) }, field);
  if (size > most) throw new Refusal('documents.tooLarge', { name: tidyName(name) }, field);
}
