import { thumbnailFor } from '../../../../documents/thumbnail-of.js';
import type { PageContext } from '../../../../web/page-context.js';
import type { PageFrame } from '../../../../web/views/page.js';
import type { StoredSheet } from '../stored-sheets.queries.js';

declare module '../../../../web/views/page.js' {
  interface PageModels {
    'judging/offline': OfflinePage;
  }
}

export interface OfflinePage extends PageFrame {
  readonly count: number;
  readonly files: number;
  readonly size: string;
  readonly sheets: readonly {
    readonly id: string;
    readonly href: string;
    readonly label: string;
    readonly name: string | null;
    readonly files: string;
    readonly size: string;
  }[];
}

/** What `public/scripts/offline` reads. */
export interface StoredList {
  readonly account: string;
  /** Milliseconds until the last round has ended; a device need not know the day. */
  readonly left: number;
  readonly sheets: readonly {
    readonly id: string;
    readonly number: string;
    readonly indicators: number;
    readonly scored: number;
    /** From where the device takes it, and under which address it shows it. */
    readonly pages: readonly { readonly from: string; readonly as: string }[];
  }[];
}

export function storedList(
  account: string,
  sheets: readonly StoredSheet[],
  now: string,
): StoredList {
  const ends = sheets.map(({ row }) => Date.parse(`${row.closesOn}T23:59:59+08:00`));
  return {
    account,
    // A round that is open beyond its day is open for another one.
    left: Math.max(DAY, ...ends.map((end) => end - Date.parse(now))),
    sheets: sheets.map(({ row, indicators, scored, files }) => ({
      id: row.id,
      number: row.number,
      indicators,
      scored,
      pages: [
        { from: `/judging/offline/sheets/${row.id}`, as: `/judging/sheets/${row.id}` },
        ...files.map(({ documentId }) => ({
          from: `/judging/offline/files/${documentId}`,
          as: `/documents/${documentId}`,
        })),
        ...files.flatMap(({ documentId, contentType }) => {
          const small = `/documents/${documentId}/thumbnail`;
          return thumbnailFor(documentId, contentType) ? [{ from: small, as: small }] : [];
        }),
      ],
    })),
  };
}

export function offlinePage(stored: readonly StoredSheet[]) {
  return ({ t }: PageContext): OfflinePage => {
    const files = stored.flatMap((sheet) => sheet.files);
    return {
      title: t('judging.offline.title'),
      breadcrumbs: [
        { label: t('judging.home.title'), href: '/judging' },
        { label: t('judging.offline.title'), href: null },
      ],
      count: stored.length,
      files: files.length,
      size: megabytes(files),
      sheets: stored.map(({ row, files: own }) => ({
        id: row.id,
        href: `judging/sheets/${row.id}`,
        label: t('judging.sheet.numbered', { number: row.number }),
        name: row.merchantName,
        files: String(own.length),
        size: megabytes(own),
      })),
    };
  };
}

const DAY = 86_400_000;
const MEGABYTE = 1_048_576;

function megabytes(files: readonly { readonly bytes: number }[]): string {
  return (files.reduce((sum, { bytes }) => sum + bytes, 0) / MEGABYTE).toFixed(1);
}
