/** How many characters of an id a person types: 40 bits, enough to tell any two sheets apart. */
const LENGTH = 8;

/** The short code that is printed on the paper of a sheet, in two groups of four. */
export function sheetCode(sheetId: string): string {
  const code = sheetId.slice(0, LENGTH).toUpperCase();
  return `${code.slice(0, 4)}-${code.slice(4)}`;
}

/** What somebody typed, as an id begins; null when it is no code. Look-alikes are read as what they are not. */
export function typedSheetCode(text: string): string | null {
  const plain = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^0-9a-z]/g, '')
    .replace(/o/g, '0')
    .replace(/[il]/g, '1');
  return plain.length === LENGTH ? plain : null;
}
