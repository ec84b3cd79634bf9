import type { PDFDict } from '@cantoo/pdf-lib';

type Library = typeof import('@cantoo/pdf-lib');

/**
 * Whether a PDF shows what its pages alone do not: attached files, a form that only some readers draw,
 * layers of which some are switched off. A copy of the pages would keep it from the judges, or show what is
 * hidden.
 */
export function holdsMoreThanPages(library: Library, catalog: PDFDict): boolean {
  const { PDFArray, PDFDict, PDFName } = library;
  const dict = (from: PDFDict | undefined, key: string) =>
    from?.lookupMaybe(PDFName.of(key), PDFDict);
  const attached = dict(dict(catalog, 'Names'), 'EmbeddedFiles');
  const drawnElsewhere = dict(catalog, 'AcroForm')?.has(PDFName.of('XFA'));
  const layers = dict(dict(catalog, 'OCProperties'), 'D');
  const off = layers?.lookupMaybe(PDFName.of('OFF'), PDFArray)?.size() ?? 0;
  const base = layers?.lookupMaybe(PDFName.of('BaseState'), PDFName)?.decodeText() ?? 'ON';
  const isCollection = catalog.has(PDFName.of('Collection')) || catalog.has(PDFName.of('AF'));
  return Boolean(attached || drawnElsewhere || isCollection || off > 0 || base !== 'ON');
}
