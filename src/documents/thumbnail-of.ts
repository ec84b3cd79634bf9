import { documentKind, extensionOf } from '../rules/documents/document-kinds.js';

/** A file in a list; a picture shows its small copy. */
export interface ListedFile {
  readonly label: string;
  readonly href: string;
  /** The picture whose small copy stands before the name. */
  readonly thumbnail: string | null;
}

/** The document whose small copy is shown; null for anything but a picture. */
export function thumbnailFor(documentId: string, contentType: string): string | null {
  return contentType.startsWith('image/') ? documentId : null;
}

/** The same by the stored name, which has the ending of its content. */
export function thumbnailOf(documentId: string, name: string): string | null {
  const kind = pictures.find(({ extensions }) => extensions.includes(extensionOf(name)));
  return kind ? thumbnailFor(documentId, kind.contentType) : null;
}

const pictures = ['image/jpeg', 'image/png', 'image/webp'].flatMap(
  (contentType) => documentKind(contentType) ?? [],
);
