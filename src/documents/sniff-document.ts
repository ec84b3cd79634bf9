import { documentKind, extensionOf, type DocumentKind } from '../rules/documents/document-kinds.js';
import { Refusal } from '../rules/refusal.js';
import { unpacksBeyond } from './unpacks-beyond.js';

/** Bytes that an office file of at most 10 MB may have inside. */
const mostUnpacked = 200_000_000;

/**
 * The kind of a file by its content; its name must agree.
 * @throws Refusal `documents.kind` for anything off the list, `documents.heic` for a telephone's own photos,
 * `documents.extension` for a false name, `documents.unpacked` for what would fill a clerk's computer
 */
export async function sniffDocument(
  content: Buffer,
  name: string,
  field: string,
): Promise<DocumentKind> {
  const contentType = await contentTypeOf(content);
  if (/^image\/hei[cf]/.test(contentType)) throw new Refusal('documents.heic', { name }, field);
  const kind = documentKind(contentType);
  if (!kind) throw new Refusal('documents.kind', { name }, field);
  if (!kind.extensions.includes(extensionOf(name))) {
    throw new Refusal('documents.extension', { name, extension: kind.extensions[0]! }, field);
  }
  if (kind.contentType.includes('officedocument') && (await unpacksBeyond(content, mostUnpacked))) {
    throw new Refusal('documents.unpacked', { name }, field);
  }
  return kind;
}

async function contentTypeOf(content: Buffer): Promise<string> {
  // Read with the first upload: a start does not need it.
  const { fileTypeFromBuffer } = await import('file-type');
  try {
    return (await fileTypeFromBuffer(content))?.mime ?? '';
  } catch {
    return '';
  }
}
