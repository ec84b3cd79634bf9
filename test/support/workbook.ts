import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

type Cell = string | number;

/** A workbook as spreadsheet programs write it: numbers as numbers, some texts shared, some inline. */
export function workbook(rows: readonly (readonly Cell[])[]): Buffer {
  const shared: string[] = [];
  const lines = rows.map((cells, r) => {
    const drawn = cells.map((cell, c) => {
      const at = `${letters(c)}${r + 1}`;
      if (cell === '') return '';
      if (typeof cell === 'number') return `<c r="${at}"><v>${cell}</v></c>`;
      if (r % 2) return `<c r="${at}" t="inlineStr"><is><t>${escape(cell)}</t></is></c>`;
      return `<c r="${at}" t="s"><v>${shared.push(cell) - 1}</v></c>`;
    });
    return `<row r="${r + 1}">${drawn.join('')}</row>`;
  });
  const strings = shared.map(
    (text) => `<si><r><t>${escape(text)}</t></r><rPh sb="0" eb="1"><t>aid</t></rPh></si>`,
  );
  return archive({
    'xl/workbook.xml':
      '<workbook xmlns:r="r"><sheets><sheet name="1" sheetId="1" r:id="rId7"/></sheets></workbook>',
    'xl/_rels/workbook.xml.rels':
      '<Relationships><Relationship Id="rId7" Target="worksheets/sheet1.xml"/></Relationships>',
    'xl/sharedStrings.xml': `<sst>${strings.join('')}</sst>`,
    'xl/worksheets/sheet1.xml': `<worksheet><sheetData>${lines.join('')}</sheetData></worksheet>`,
  });
}

/** Texts are packed, bytes stored as they are. */
export function archive(parts: Readonly<Record<string, string | Buffer>>): Buffer {
  const files = Object.entries(parts).map(([name, part]) =>
    typeof part === 'string'
      ? ([name, strToU8(part)] as const)
      : ([name, [part, { level: 0 }]] as const),
  );
  // Quickly: what is packed here is unpacked once.
  return Buffer.from(zipSync(Object.fromEntries(files), { level: 1 }));
}

/** 0 → A, 26 → AA */
function letters(at: number): string {
  return at < 26
    ? String.fromCharCode(65 + at)
    : letters(Math.floor(at / 26) - 1) + letters(at % 26);
}

/** The parts of a workbook by their names. */
export function partsOf(content: Buffer): Map<string, string> {
  const parts = Object.entries(unzipSync(new Uint8Array(content)));
  return new Map(parts.map(([name, bytes]) => [name, strFromU8(bytes)]));
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
