import type { StatusTag, SummaryList } from '../../../web/component-models.js';
import type { PageContext } from '../../../web/page-context.js';
import type { PageFrame } from '../../../web/views/page.js';
import type { TitleRow } from '../title.queries.js';
import { titleFacts, titleTag } from './titles.page.js';

declare module '../../../web/views/page.js' {
  interface PageModels {
    'awards/verify': VerifyPage;
  }
}

export interface VerifyPage extends PageFrame {
  readonly code: string;
  readonly unknown: string | null;
  readonly title: string;
  readonly answer: {
    readonly sentence: string;
    readonly state: StatusTag;
    readonly facts: SummaryList;
  } | null;
}

/** Is this certificate valid today? An ended title stays visible with its date and basis. */
export function verifyPage(code: string, row: TitleRow | null, asked: boolean) {
  return (context: PageContext): VerifyPage => {
    const { t } = context;
    return {
      title: t('awards.verify.title'),
      breadcrumbs: [],
      code,
      unknown: asked && !row ? t('awards.verify.unknown') : null,
      answer: row && {
        sentence: t(`awards.verify.${row.state}`, { name: row.merchantName }),
        state: titleTag(t(`lifecycle.title.${row.state}`), row),
        facts: titleFacts(context, row),
      },
    };
  };
}
