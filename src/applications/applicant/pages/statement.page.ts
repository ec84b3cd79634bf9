import type { PageContext } from '../../../web/page-context.js';
import type { PageFrame } from '../../../web/views/page.js';
import type { ApplicationFile } from '../application-file.js';
import { claimsOf } from '../application-file.js';
import { contentHash } from '../submit-application.js';
import { categoryName } from './form-frame.js';

declare module '../../../web/views/page.js' {
  interface PageModels {
    'applications/statement': StatementPage;
  }
}

export interface StatementPage extends PageFrame {
  readonly paragraphs: readonly string[];
  readonly hash: string;
}

/** To be printed, signed by hand and uploaded by an agent whose representative has no account. */
export function statementPage(file: ApplicationFile) {
  return (context: PageContext): StatementPage => {
    const { t } = context;
    const { merchant } = file.register;
    const title = t('applications.statement.title');
    return {
      title,
      breadcrumbs: [
        {
          label: t('applications.receipt.back'),
          href: `/my/applications/${file.application.id}/declarations`,
        },
        { label: title, href: null },
      ],
      paragraphs: [
        t('applications.statement.who', { head: merchant.headName, name: merchant.name }),
        t('applications.statement.what', {
          programme: file.programme.name,
          category: categoryName(file.application, context),
        }),
        t('applications.statement.truth'),
      ],
      hash: contentHash(file, claimsOf(file)).slice(0, 16),
    };
  };
}
