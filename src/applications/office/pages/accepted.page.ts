import type { RuleSet } from '../../../rules/scoring/rule-set.js';
import type { PageContext } from '../../../web/page-context.js';
import type { PageFrame } from '../../../web/views/page.js';
import type { ApplicationFile } from '../file/application-file.queries.js';
import { figureLabel, figureText } from '../file/figure-display.js';
import { figureTexts } from '../file/file.page.js';

declare module '../../../web/views/page.js' {
  interface PageModels {
    'applications-office/accepted': AcceptedPage;
  }
}

export interface AcceptedPage extends PageFrame {
  readonly lead: string;
  readonly figures: readonly { readonly label: string; readonly value: string }[];
  readonly back: { readonly href: string };
}

/** Every figure that one press accepted, with the value that now counts. */
export function acceptedPage(file: ApplicationFile, rules: RuleSet, keys: readonly string[]) {
  return (context: PageContext): AcceptedPage => {
    const { t } = context;
    const { id, merchantName } = file.head;
    const texts = figureTexts(file, rules, context);
    const accepted = file.figures.filter(({ key }) => keys.includes(key));
    const href = `/office/verification/${id}`;
    return {
      title: t('review.accepted.title'),
      breadcrumbs: [
        { label: t('review.verification.title'), href: '/office/verification' },
        { label: merchantName, href },
        { label: t('review.accepted.title'), href: null },
      ],
      lead: t('review.accepted.lead', { merchant: merchantName, count: accepted.length }),
      figures: accepted.map(({ key, verified }) => ({
        label: figureLabel(key, texts),
        value: figureText(key, verified, texts),
      })),
      back: { href },
    };
  };
}
