import { type Language, languages } from '../../text/catalogue.js';

/** The language a browser chose before, from its cookie; without a choice Simplified Chinese. */
export function languageOf(cookies: string | undefined): Language {
  if (cookies === undefined) return 'zh-CN';
  const kept = /(?:^|;\s*)lang=([\w-]+)/.exec(cookies)?.[1];
  return isLanguage(kept) ? kept : 'zh-CN';
}

export function isLanguage(text: unknown): text is Language {
  return (languages as readonly unknown[]).includes(text);
}
