import type { ErrorSummary } from '../../../web/field-models.js';
import type { PageContext } from '../../../web/page-context.js';
import type { PageFrame } from '../../../web/views/page.js';
import type { Refusal } from '../../../rules/refusal.js';
import { type Actor, holds } from '../../../web/actor.js';
import type { ApplicationFile } from '../application-file.js';
import { acceptedFiles } from './evidence.page.js';
import { categoryName } from './form-frame.js';

declare module '../../../web/views/page.js' {
  interface PageModels {
    'applications/withdraw': WithdrawPage;
  }
}

export interface WithdrawPage extends PageFrame {
  readonly id: string;
  readonly summary: ErrorSummary;
  readonly what: string;
  readonly allowed: boolean;
  readonly statement: { readonly accept: string } | null;
}

export function withdrawPage(file: ApplicationFile, actor: Actor, refusal: Refusal | null = null) {
  return (context: PageContext): WithdrawPage => {
    const { t } = context;
    const { application, programme, representatives } = file;
    const title = t('applications.withdraw.title');
    const isRepresentative = holds(actor, 'LegalRepresentative');
    return {
      title,
      breadcrumbs: [
        { label: t('applications.my.title'), href: '/my' },
        { label: categoryName(application, context), href: `/my/applications/${application.id}` },
        { label: title, href: null },
      ],
      id: application.id,
      summary: {
        errors: refusal
          ? [{ name: refusal.field ?? 'statement', text: t(refusal.code, refusal.variables) }]
          : [],
      },
      what: t('applications.withdraw.what', {
        programme: programme.name,
        category: categoryName(application, context),
        receiptNumber: application.receiptNumber ?? t('applications.withdraw.draft'),
      }),
      allowed: isRepresentative || Boolean(actor.clerk) || representatives.length === 0,
      statement: isRepresentative ? null : { accept: acceptedFiles },
    };
  };
}
