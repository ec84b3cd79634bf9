/** A file of the body; it lies on disk until the answer is made. */
export interface UploadedFile {
  readonly field: string;
  readonly name: string;
  /** In bytes. */
  readonly size: number;
  read(): Promise<Buffer>;
}

/** As a request holds it. */
export interface IncomingFile extends UploadedFile {
  /** Where it lies; null for one that was too large to be taken in. */
  readonly path: string | null;
  /** Its key where it was kept from an earlier attempt. */
  readonly kept?: string;
}
