import type { UploadedFile } from '../../src/web/http/uploaded-file.js';

/** A file as a request brings it, for calling what takes one. */
export function uploadedFile(field: string, name: string, content: Buffer): UploadedFile {
  return { field, name, size: content.length, read: async () => content };
}
