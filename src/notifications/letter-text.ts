import { hasText, translate } from '../text/catalogue.js';
import { formatDayWeekday } from '../text/format.js';
import type { Language } from '../text/languages.js';

export interface LetterText {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

export interface LetterPart {
  readonly kind: string;
  readonly variables: Readonly<Record<string, string | number>>;
  readonly path: string;
}

const SUBJECT = 48;
/** Mail is in the language of the office. */
const lang = 'zh-CN';

/** A message as its reader has it: days with their weekday, for most of them are terms. */
export function messageText(
  language: Language,
  { kind, variables }: Pick<LetterPart, 'kind' | 'variables'>,
): string {
  const key = `message.${kind}`;
  if (!hasText(key)) return kind;
  const written = Object.entries(variables).map(([name, value]) => [
    name,
    /^\d{4}-\d\d-\d\d$/.test(String(value)) ? formatDayWeekday(language, String(value)) : value,
  ]);
  const application = applicationText(language, variables);
  return translate(language, key, { application, ...Object.fromEntries(written) });
}

/** Which application a message is about; one of the time before it was named is only that. */
function applicationText(
  language: Language,
  { category: nameZh = '', categoryEn: nameEn = nameZh, number = '' }: LetterPart['variables'],
): string {
  const category = language === 'en' ? nameEn : nameZh;
  if (!category) return translate(language, 'notifications.application.plain');
  const key = number ? 'notifications.application.numbered' : 'notifications.application.named';
  return translate(language, key, { category, number });
}

/** What happened, as a subject: the first sentence, or of several the first and their number. */
export function messagesLetter(parts: readonly LetterPart[], publicUrl: string): LetterText {
  const news = parts.map((part) => ({
    text: messageText(lang, part),
    url: `${publicUrl}${part.path}`,
  }));
  const first = shortened(news[0]!.text);
  return letter({
    subject: news.length === 1 ? first : say('mail.several', { first, count: news.length }),
    news,
    foot: say('mail.foot', { url: `${publicUrl}/account` }),
  });
}

/** A code or a test: words without a link that acts. */
export function noteLetter(
  template: string,
  variables: Readonly<Record<string, string | number>>,
  publicUrl: string,
): LetterText {
  return letter({
    subject: say(`mail.${template}.subject`),
    news: [{ text: say(`mail.${template}`, variables), url: null }],
    foot: say('mail.sentBy', { url: publicUrl }),
  });
}

/** Up to the end of the first sentence, as short as a line of a mail program shows. */
export function shortened(text: string): string {
  const [sentence = text] = text.split(/(?<=[\u3002\uff1b])|\n/u);
  const plain = sentence.replace(/[\u3002\uff1b]$/u, '').trim();
  return plain.length > SUBJECT ? `${plain.slice(0, SUBJECT - 1)}…` : plain;
}

interface Drawn {
  readonly subject: string;
  readonly news: readonly { readonly text: string; readonly url: string | null }[];
  readonly foot: string;
}

function letter({ subject, news, foot }: Drawn): LetterText {
  const open = say('mail.open');
  const plain = news.map(({ text, url }) => (url ? `${text}\n${open} ${url}` : text));
  const drawn = news.map(({ text, url }) => {
    const link = url ? `<br><a href="${escaped(url)}">${escaped(open)}</a>` : '';
    return `<p>${escaped(text).replaceAll('\n', '<br>')}${link}</p>`;
  });
  return {
    subject: subject.replace(/\s+/g, ' '),
    text: `${plain.join('\n\n')}\n\n${foot}\n`,
    html: `<!doctype html><html lang="${lang}"><meta charset="utf-8"><title>${escaped(subject)}</title><body>${drawn.join('')}<hr><p>${escaped(foot)}</p></body></html>`,
  };
}

function say(key: string, variables: Readonly<Record<string, string | number>> = {}): string {
  return translate(lang, key, variables);
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => entities[sign]!);
}
