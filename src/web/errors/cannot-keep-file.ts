/** The folder of files on their way in cannot be written; the cause says why. */
export class CannotKeepFile extends Error {
  constructor(cause: unknown) {
    super('An uploaded file cannot be kept.', { cause });
  }
}
