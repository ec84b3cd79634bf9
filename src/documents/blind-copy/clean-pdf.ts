import type { PDFContext, PDFDict, PDFObject, PDFRawStream } from '@cantoo/pdf-lib';
import { type CleanFile, withheld } from './clean-result.js';
import { inspectPdf } from './inspect-pdf.js';
import { stripJpeg } from './strip-jpeg.js';

type Library = typeof import('@cantoo/pdf-lib');

/**
 * A PDF without information dictionary, XMP, thumbnails, private application data, attachments,
 * signatures, reviewers' names, scripts and earlier versions of its objects (ISO 32000-1 §14.3 to
 * §14.5, §12.5.6, §7.11.4). Pages are untouched. The library is loaded with the first PDF (330 ms,
 * 25 MB).
 */
export async function cleanPdf(content: Buffer): Promise<CleanFile> {
  const problem = await inspectPdf(content);
  if (problem) return withheld(problem);
  const library = await import('@cantoo/pdf-lib');
  const { PDFDocument, EncryptedPDFError, ParseSpeeds } = library;
  try {
    const document = await PDFDocument.load(content, {
      updateMetadata: false,
      throwOnInvalidObject: true,
      parseSpeed: ParseSpeeds.Fast,
    });
    if (document.getPageCount() === 0) return withheld('unreadable');
    const { context } = document;
    delete context.trailerInfo.Info;
    delete context.trailerInfo.ID;
    for (const [, object] of context.enumerateIndirectObjects()) cleanObject(library, object);
    dropUnreachable(library, context);
    for (const [ref, object] of context.enumerateIndirectObjects()) {
      if (!isPicture(library, object)) continue;
      const stripped = stripPicture(library, object);
      if (!stripped) return withheld('unreadable');
      context.assign(ref, library.PDFRawStream.of(object.dict, stripped));
    }
    const saved = await document.save({
      useObjectStreams: false,
      addDefaultPage: false,
      updateFieldAppearances: false,
    });
    return { content: Buffer.from(saved), problem: null };
  } catch (error) {
    if (error instanceof EncryptedPDFError) return withheld('encrypted');
    throw error;
  }
}

/** Entries that describe the file or its maker, wherever they stand. */
const describing = [
  'Metadata',
  'PieceInfo',
  'Thumb',
  'LastModified',
  'CreatorInfo',
  'AF',
  'EmbeddedFiles',
  'EF',
  'JavaScript',
  'OpenAction',
  'AA',
  'Perms',
  'DSS',
  'Requirements',
  'SpiderInfo',
];
/** Who wrote a comment and when; in a form field /T is the field's own name. */
const ofComment = ['T', 'M', 'CreationDate', 'NM', 'RC', 'Popup'];

function cleanObject(library: Library, object: PDFObject | undefined): void {
  const { PDFArray, PDFDict, PDFName, PDFStream } = library;
  if (object instanceof PDFArray) {
    for (const one of object.asArray()) cleanObject(library, one);
    return;
  }
  const dict = object instanceof PDFStream ? object.dict : object;
  if (!(dict instanceof PDFDict)) return;
  for (const key of describing) dict.delete(PDFName.of(key));
  if (isComment(library, dict)) for (const key of ofComment) dict.delete(PDFName.of(key));
  if (dict.has(PDFName.of('ByteRange'))) for (const key of dict.keys()) dict.delete(key);
  for (const value of dict.values()) cleanObject(library, value);
}

function isComment({ PDFName }: Library, dict: PDFDict): boolean {
  return (
    dict.has(PDFName.of('Subtype')) &&
    dict.has(PDFName.of('Rect')) &&
    dict.get(PDFName.of('Subtype')) !== PDFName.of('Widget')
  );
}

/** What nothing refers to any more still lies in the file for whoever looks. */
function dropUnreachable({ PDFArray, PDFDict, PDFRef, PDFStream }: Library, context: PDFContext) {
  const reached = new Set<unknown>();
  const open: (PDFObject | undefined)[] = [context.trailerInfo.Root];
  for (let object = open.pop(); object; object = open.pop()) {
    if (object instanceof PDFRef) {
      if (reached.has(object)) continue;
      reached.add(object);
      open.push(context.lookup(object));
    } else if (object instanceof PDFArray) open.push(...object.asArray());
    else if (object instanceof PDFDict) open.push(...object.values());
    else if (object instanceof PDFStream) open.push(...object.dict.values());
  }
  for (const [ref] of context.enumerateIndirectObjects()) {
    if (!reached.has(ref)) context.delete(ref);
  }
}

function isPicture({ PDFName, PDFRawStream }: Library, object: PDFObject): object is PDFRawStream {
  return (
    object instanceof PDFRawStream &&
    /DCTDecode|JPXDecode/.test(String(object.dict.get(PDFName.of('Filter')) ?? ''))
  );
}

/** Null where the picture may hold a description that cannot be taken out. */
function stripPicture({ PDFName }: Library, { dict, contents }: PDFRawStream): Uint8Array | null {
  if (String(dict.get(PDFName.of('Filter'))).includes('DCTDecode')) return stripJpeg(contents);
  const text = Buffer.from(contents).toString('latin1');
  return /uuid|xml /.test(text.slice(0, 65_536)) ? null : contents;
}
