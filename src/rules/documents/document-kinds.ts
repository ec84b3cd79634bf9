export interface DocumentKind {
  readonly contentType: string;
  /** Endings a file of this kind may carry, the usual one first. */
  readonly extensions: readonly string[];
  /** Whether a browser may show it in the page; everything else is saved first. */
  readonly inline: boolean;
}

/** What may be uploaded (domain/fields §6); anything else is refused whatever its name says. */
const DOCUMENT_KINDS: readonly DocumentKind[] = [
  { contentType: 'application/pdf', extensions: ['pdf'], inline: true },
  { contentType: 'image/jpeg', extensions: ['jpg', 'jpeg'], inline: true },
  { contentType: 'image/png', extensions: ['png'], inline: true },
  { contentType: 'image/webp', extensions: ['webp'], inline: true },
  {
    contentType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    extensions: ['xlsx'],
    inline: false,
  },
  {
    contentType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    extensions: ['docx'],
    inline: false,
  },
];

export function documentKind(contentType: string): DocumentKind | null {
  return DOCUMENT_KINDS.find((kind) => kind.contentType === contentType) ?? null;
}

/** The ending of a file name in lower case, '' without one. */
export function extensionOf(name: string): string {
  return /\.([a-z0-9]{1,5})$/i.exec(name)?.[1]?.toLowerCase() ?? '';
}
