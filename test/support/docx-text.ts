import { unzipSync } from 'fflate';

/** What a reader of the file sees, a line for each paragraph and cell. */
export function docxText(file: Uint8Array): string {
  const xml = Buffer.from(unzipSync(file)['word/document.xml']!).toString('utf8');
  return xml
    .split('</w:p>')
    .map((paragraph) =>
      [...paragraph.matchAll(/<w:t[ >][^<]*/g)].map(([run]) => textOf(run)).join(''),
    )
    .join('\n');
}

function textOf(run: string): string {
  return run
    .slice(run.indexOf('>') + 1)
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}
