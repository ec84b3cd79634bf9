import type { PDFDict, PDFObject } from '@cantoo/pdf-lib';

type Library = typeof import('@cantoo/pdf-lib');
/** What a dictionary is, by its place in the file. Names of resources are free; all other keys are listed. */
type Kind = 'catalog' | 'pages' | 'resources' | 'names' | 'drawing';

const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/** What it takes to draw a page (ISO 32000-1 §7.7, §8 and §9), and nothing else. */
const allowed: Readonly<Record<Exclude<Kind, 'names'>, ReadonlySet<string>>> = {
  catalog: words('Type Pages'),
  pages: words('Type Kids Count Parent Resources MediaBox CropBox Rotate UserUnit Contents Group'),
  resources: words('Font XObject ExtGState ColorSpace Pattern Shading ProcSet'),
  drawing: words(`
    Type Subtype Length Filter DecodeParms Resources
    Predictor Colors BitsPerComponent Columns EarlyChange K Rows BlackIs1 EndOfLine EncodedByteAlign
    EndOfBlock DamagedRowsBeforeError ColorTransform JBIG2Globals
    Width Height ColorSpace Decode ImageMask Mask SMask SMaskInData Interpolate Intent Matte
    BBox Matrix FormType Group S CS I
    PatternType PaintType TilingType XStep YStep Shading ExtGState
    ShadingType Background AntiAlias Coords Domain Function Extend BitsPerCoordinate BitsPerFlag
    VerticesPerRow FunctionType Range Size BitsPerSample Order Encode C0 C1 N Functions Bounds
    LW LC LJ ML D RI OP op OPM Font FL SM SA BM CA ca AIS TK BG BG2 UCR UCR2 TR TR2 G BC
    Alternate WhitePoint BlackPoint Gamma Colorants Process Components
    BaseFont FirstChar LastChar Widths FontDescriptor Encoding ToUnicode DescendantFonts CIDSystemInfo
    Registry Ordering Supplement W DW W2 DW2 CIDToGIDMap FontName FontStretch FontWeight Flags FontBBox
    ItalicAngle Ascent Descent Leading CapHeight XHeight StemV StemH AvgWidth MaxWidth MissingWidth
    FontFile FontFile2 FontFile3 CharSet CIDSet Differences BaseEncoding CharProcs FontMatrix
    Length1 Length2 Length3 CMapName WMode UseCMap`),
};

const kindsBelow: Readonly<Record<Kind, (key: string) => Kind | null>> = {
  catalog: (key) => (key === 'Pages' ? 'pages' : null),
  pages: (key) => {
    if (key === 'Kids') return 'pages';
    if (key === 'Resources') return 'resources';
    return key === 'Parent' ? null : 'drawing';
  },
  resources: () => 'names',
  names: () => 'drawing',
  drawing: (key) => {
    if (key === 'Resources') return 'resources';
    return key === 'CharProcs' || key === 'Colorants' ? 'names' : 'drawing';
  },
};

/**
 * Leaves of a file what draws its pages. Bookmarks, links, comments, tags, layers, scripts, labels,
 * properties and whatever a maker has invented are on no list, and so they are not in the copy.
 */
export function keepAllowedParts(library: Library, catalog: PDFDict): void {
  const { PDFArray, PDFDict, PDFName, PDFRef, PDFStream } = library;
  const seen = new Map<Kind, Set<PDFObject>>();
  const open: [PDFObject | undefined, Kind][] = [[catalog, 'catalog']];
  const keep = (dict: PDFDict, kind: Kind) => {
    for (const [name, value] of dict.entries()) {
      const key = name.decodeText();
      if (kind !== 'names' && !allowed[kind].has(key)) {
        dict.delete(PDFName.of(key));
        continue;
      }
      const below = kindsBelow[kind](key);
      if (below) open.push([value, below]);
    }
  };
  for (let next = open.pop(); next; next = open.pop()) {
    const [object, kind] = next;
    const known = seen.get(kind) ?? seen.set(kind, new Set()).get(kind)!;
    if (!object || known.has(object)) continue;
    known.add(object);
    if (object instanceof PDFRef) open.push([catalog.context.lookup(object), kind]);
    else if (object instanceof PDFArray) object.asArray().forEach((one) => open.push([one, kind]));
    else if (object instanceof PDFStream) keep(object.dict, kind);
    else if (object instanceof PDFDict) keep(object, kind);
  }
}
