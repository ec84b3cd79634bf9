export interface SheetToSee {
  readonly savedAt: string;
  /** When the judge last looked at it among the others; null for never. */
  readonly reviewedAt: string | null;
  /** Files that the judge could open. */
  readonly files: readonly string[];
}

/** A sheet was looked through when nothing of it changed since. */
export function wasReviewed({
  savedAt,
  reviewedAt,
}: Pick<SheetToSee, 'savedAt' | 'reviewedAt'>): boolean {
  return reviewedAt !== null && reviewedAt >= savedAt;
}

/** What a judge is asked about before signing: sheets of which no file was opened, and those not looked through. */
export function unseenSheets<S extends SheetToSee>(
  sheets: readonly S[],
  opened: ReadonlySet<string>,
): { readonly unopened: readonly S[]; readonly unreviewed: readonly S[] } {
  return {
    unopened: sheets.filter(
      ({ files }) => files.length > 0 && !files.some((file) => opened.has(file)),
    ),
    unreviewed: sheets.filter((sheet) => !wasReviewed(sheet)),
  };
}
