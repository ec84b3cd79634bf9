import { RESULT_SENTENCES } from '../../rules/privacy/result-policy.js';
import type { PageContext } from '../../web/page-context.js';
import type { PageFrame } from '../../web/views/page.js';

declare module '../../web/views/page.js' {
  interface PageModels {
    'portal/text': TextPage;
  }
}

export interface TextPage extends PageFrame {
  readonly lead: string;
  readonly sections: readonly {
    readonly heading: string;
    readonly text: string;
    readonly items: readonly string[];
  }[];
}

/** Headings and paragraphs of each text, in reading order; the words are in the locale files. */
const sections = {
  privacy: ['who', 'what', 'why', 'public', 'judges', 'kept', 'safe', 'rights'],
  accessibility: ['standard', 'how', 'limits', 'help'],
} as const;

export function textPage(name: keyof typeof sections) {
  return ({ t }: PageContext): TextPage => ({
    title: t(`portal.${name}.title`),
    breadcrumbs: [
      { label: t('navigation.home'), href: '/' },
      { label: t(`portal.${name}.title`), href: null },
    ],
    lead: t(`portal.${name}.lead`),
    sections: sections[name].map((part) => ({
      heading: t(`portal.${name}.${part}`),
      text: t(`portal.${name}.${part}.text`),
      items: part === 'public' ? RESULT_SENTENCES.map((key) => t(key)) : [],
    })),
  });
}
