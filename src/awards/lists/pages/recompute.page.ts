import { formatDay } from '../../../text/format.js';
import { textsUnder } from '../../../text/catalogue.js';
import type { PageContext } from '../../../web/page-context.js';
import type { PageFrame } from '../../../web/views/page.js';
import type { AwardListRecord } from '../award-list.queries.js';

declare module '../../../web/views/page.js' {
  interface PageModels {
    'awards/recompute': RecomputePage;
  }
}

export interface RecomputePage extends PageFrame {
  readonly published: string;
  readonly bundle: string;
  readonly worker: string;
  /** What the script says, as it is written in the locale. */
  readonly texts: string;
  readonly file: string;
  readonly command: string;
}

/** A published list with its bundle, for whoever computes it again. */
export function recomputePage(list: AwardListRecord, worker: string) {
  return (context: PageContext): RecomputePage => {
    const { t, lang } = context;
    const place = `awards/lists/${list.id}`;
    return {
      title: t('awards.recompute.title'),
      breadcrumbs: [
        { label: t('navigation.awards'), href: '/awards' },
        { label: t('awards.recompute.title'), href: null },
      ],
      published: t('awards.recompute.of', {
        programme: list.programmeName,
        number: list.number,
        day: formatDay(lang, list.publishedOn ?? ''),
      }),
      bundle: `${place}/bundle.json`,
      worker,
      texts: recomputeTexts(context),
      file: `${place}/recompute.html`,
      command: `npx --no-install biaogan results verify bundle-${list.id}.json`,
    };
  };
}

export function recomputeTexts({ lang }: Pick<PageContext, 'lang'>): string {
  const texts = textsUnder(lang, [
    'provenance.',
    'awards.recompute.',
    'awards.outcome.',
    'awards.ranking.',
  ]);
  return JSON.stringify({ ...texts, lang });
}
