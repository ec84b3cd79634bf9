import type { RuleSet } from '../../../rules/scoring/rule-set.js';
import { allows } from '../../../web/access/policies.js';
import type { PageContext } from '../../../web/page-context.js';
import type { PageFrame } from '../../../web/views/page.js';
import type { ApplicationFile } from '../file/application-file.queries.js';
import { type FileModel, fileModel } from '../file/file.page.js';
import type { Background } from '../file/plausibility.queries.js';

declare module '../../../web/views/page.js' {
  interface PageModels {
    'applications-office/application': ApplicationPage;
  }
}

export interface ApplicationPage extends PageFrame {
  readonly file: FileModel;
  /** The rooms in which this file is worked on. */
  readonly rooms: readonly { readonly href: string; readonly label: string }[];
}

/** A file to read, with the way to wherever something is done about it. */
export function applicationPage(file: ApplicationFile, rules: RuleSet, background: Background) {
  return (context: PageContext): ApplicationPage => {
    const { t, actor } = context;
    const { id, merchantId, merchantName } = file.head;
    return {
      title: merchantName,
      breadcrumbs: [
        { label: t('lists.applications.title'), href: '/office/applications' },
        { label: merchantName, href: null },
      ],
      file: fileModel(file, rules, context, background),
      rooms: [
        { href: `/office/screening/${id}`, label: t('review.screening.title') },
        { href: `/office/verification/${id}`, label: t('review.verification.title') },
        ...(allows('registry.read', actor)
          ? [{ href: `/office/registry/${merchantId}`, label: t('lists.applications.record') }]
          : []),
      ],
    };
  };
}
