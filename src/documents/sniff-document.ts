import { documentKind, extensionOf, type DocumentKind } from '../rules/documents/document-kinds.js';
import { Refusal } from '../rules/refusal.js';

/**
 * The kind of a file by its content; its name must agree.
 * @throws Refusal `documents.kind` for anything off the list, `documents.extension` for a false name
 */
export async function sniffDocument(
  content: Buffer,
  name: string,
  field: string,
): Promise<DocumentKind> {
  const kind = documentKind(await contentTypeOf(content));
  if (!kind) throw new Refusal('documents.kind', { name }, field);
  if (!kind.extensions.includes(extensionOf(name))) {
    throw new Refusal('documents.extension', { name, extension: kind.extensions[0]! }, field);
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
