import type { PDFArray, PDFDict, PDFDocument, PDFPage, PDFRef } from '@cantoo/pdf-lib';

type Library = typeof import('@cantoo/pdf-lib');

/** Nobody sees these on the page: they lead somewhere, or open a comment. */
const UNSEEN = new Set(['Link', 'Popup', 'Text']);
const DRAWN = new Set(
  `Widget FreeText Stamp Ink Line Square Circle Polygon PolyLine Highlight Underline Squiggly StrikeOut
   Caret Watermark`.split(/\s+/),
);
const HIDDEN = 0b10_0010;

/**
 * What was laid over the pages (a filled field, a seal, a marking) becomes part of them, as it is seen.
 * @returns false where something is seen that cannot be drawn so: a recording, an attached file, a marking
 * whose look each reader makes for itself
 */
export function drawAnnotations(library: Library, document: PDFDocument): boolean {
  return document.getPages().every((page) => {
    const annotations = page.node.Annots();
    const looks: Look[] = [];
    for (let at = 0; at < (annotations?.size() ?? 0); at += 1) {
      const look = lookOf(library, annotations!.lookup(at, library.PDFDict));
      if (look === 'cannot be drawn') return false;
      if (look !== 'unseen') looks.push(look);
    }
    if (looks.length > 0) drawAll(library, page, looks);
    return true;
  });
}

interface Look {
  readonly form: PDFRef;
  readonly place: readonly [number, number, number, number];
  readonly box: readonly [number, number, number, number];
  readonly matrix: readonly number[];
}

function lookOf(library: Library, annotation: PDFDict): Look | 'unseen' | 'cannot be drawn' {
  const { PDFArray, PDFDict, PDFName, PDFNumber, PDFRef, PDFStream } = library;
  const name = (key: string) => annotation.lookupMaybe(PDFName.of(key), PDFName)?.decodeText();
  const kind = name('Subtype') ?? '';
  const flags = annotation.lookupMaybe(PDFName.of('F'), PDFNumber)?.asNumber() ?? 0;
  if (UNSEEN.has(kind) || (flags & HIDDEN) !== 0) return 'unseen';
  if (!DRAWN.has(kind)) return 'cannot be drawn';
  const place = numbers(library, annotation.lookupMaybe(PDFName.of('Rect'), PDFArray));
  if (!place || place[0] === place[2] || place[1] === place[3]) return 'unseen';
  const normal = annotation.lookupMaybe(PDFName.of('AP'), PDFDict)?.get(PDFName.of('N'));
  if (!normal) return isEmptyField(library, annotation, kind) ? 'unseen' : 'cannot be drawn';
  const states = annotation.context.lookup(normal);
  const state = name('AS');
  const form = states instanceof PDFDict ? states.get(PDFName.of(state ?? 'Off')) : normal;
  // A box that is not ticked has no look.
  if (!form) return 'unseen';
  const stream = annotation.context.lookup(form);
  if (!(form instanceof PDFRef) || !(stream instanceof PDFStream)) return 'cannot be drawn';
  const box = numbers(library, stream.dict.lookupMaybe(PDFName.of('BBox'), PDFArray));
  if (!box) return 'cannot be drawn';
  const matrix = stream.dict.lookupMaybe(PDFName.of('Matrix'), PDFArray);
  return { form, place, box, matrix: matrix ? listOf(library, matrix) : [1, 0, 0, 1, 0, 0] };
}

/** Fields of a form may take their value from the field above them. */
function isEmptyField({ PDFDict, PDFName }: Library, field: PDFDict, kind: string): boolean {
  if (kind !== 'Widget') return false;
  for (let one: PDFDict | undefined = field; one;) {
    if (one.has(PDFName.of('V'))) return false;
    one = one.lookupMaybe(PDFName.of('Parent'), PDFDict);
  }
  return true;
}

/** Each fitted into its place as readers do (ISO 32000-1 §12.5.5, algorithm 8.1). */
function drawAll(library: Library, page: PDFPage, looks: readonly Look[]): void {
  const { concatTransformationMatrix, drawObject, popGraphicsState, pushGraphicsState } = library;
  const { context } = page.doc;
  const stream = (...operators: Parameters<typeof context.contentStream>[0]) =>
    context.register(context.contentStream(operators));
  page.node.normalize();
  page.node.wrapContentStreams(stream(pushGraphicsState()), stream(popGraphicsState()));
  for (const { form, place, box, matrix } of looks) {
    const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = matrix;
    const corners = [0, 2].flatMap((i) => [1, 3].map((j) => [box[i]!, box[j]!] as const));
    const xs = corners.map(([x, y]) => a * x + c * y + e);
    const ys = corners.map(([x, y]) => b * x + d * y + f);
    const [left, bottom] = [Math.min(...xs), Math.min(...ys)];
    const width = (place[2] - place[0]) / (Math.max(...xs) - left || 1);
    const height = (place[3] - place[1]) / (Math.max(...ys) - bottom || 1);
    const [x, y] = [place[0] - left * width, place[1] - bottom * height];
    page.node.addContentStream(
      stream(
        pushGraphicsState(),
        concatTransformationMatrix(width, 0, 0, height, x, y),
        drawObject(page.node.newXObject('Look', form)),
        popGraphicsState(),
      ),
    );
  }
}

/** Left, bottom, right and top, whichever corners are named. */
function numbers(library: Library, array: PDFArray | undefined): Look['place'] | null {
  const [a, b, c, d] = array ? listOf(library, array) : [];
  if (a === undefined || b === undefined || c === undefined || d === undefined) return null;
  return [Math.min(a, c), Math.min(b, d), Math.max(a, c), Math.max(b, d)];
}

function listOf({ PDFNumber }: Library, array: PDFArray): number[] {
  return Array.from({ length: array.size() }, (_, at) => array.lookup(at, PDFNumber).asNumber());
}
