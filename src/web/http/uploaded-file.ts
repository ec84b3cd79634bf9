/** A file of the body; it lies on disk until the answer is made. */
export interface UploadedFile {
  readonly field: string;
  readonly name: string;
  /** In bytes. */
  readonly size: number;
  read(): Promise<Buffer>;
}
