import type { Language } from '../text/catalogue.js';

/** What the categories of a programme are called, by their codes. */
export type CategoryNames = Readonly<Record<string, { readonly zh: string; readonly en: string }>>;

/** The office names its categories, so no name of one stands among the sentences of the program. */
export function categoryNamed(names: CategoryNames, code: string, lang: Language): string {
  const name = names[code];
  if (!name) return code;
  return lang === 'zh-CN' ? name.zh : name.en;
}

export function namesOf(
  categories: readonly {
    readonly code: string;
    readonly nameZh: string;
    readonly nameEn: string;
  }[],
): CategoryNames {
  return Object.fromEntries(
    categories.map(({ code, nameZh, nameEn }) => [code, { zh: nameZh, en: nameEn }]),
  );
}

/** To choose from, in the order of the codes that a form names. */
export function categoryChoices(names: CategoryNames, lang: Language) {
  return Object.keys(names).map((code) => ({
    value: code,
    label: categoryNamed(names, code, lang),
  }));
}
