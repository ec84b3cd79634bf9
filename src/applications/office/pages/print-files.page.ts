import type { RuleSet } from '../../../rules/scoring/rule-set.js';
import type { PageContext } from '../../../web/page-context.js';
import type { PageFrame } from '../../../web/views/page.js';
import type { ApplicationFile } from '../file/application-file.queries.js';
import { type FileModel, fileModel } from '../file/file.page.js';

declare module '../../../web/views/page.js' {
  interface PageModels {
    'applications-office/print-files': PrintFilesPage;
  }
}

export interface PrintFilesPage extends PageFrame {
  readonly files: readonly { readonly merchant: string; readonly file: FileModel }[];
}

/** Files one after the other, each on pages of its own. */
export function printFilesPage(files: readonly ApplicationFile[], rules: RuleSet) {
  return (context: PageContext): PrintFilesPage => ({
    title: context.t('review.print.title', { count: files.length }),
    breadcrumbs: [{ label: context.t('review.division.title'), href: '/division' }],
    files: files.map((file) => ({
      merchant: file.head.merchantName,
      file: fileModel(file, rules, context),
    })),
  });
}
