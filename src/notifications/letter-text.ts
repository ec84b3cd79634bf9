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

/** What messages of some kinds did not say at first; they are read as they were written. */
const UNSAID = { due: 'none', programme: 'none' };
const SUBJECT = 48;
/** Signs of a text message: two parts of it, as providers count. */
const SMS = 120;
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
  return translate(language, key, { application, ...UNSAID, ...Object.fromEntries(written) });
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

export interface WhomToCall {
  readonly name: string;
  readonly telephone: string;
}

/** Who answers questions; a city that has not said so has the name of the program's own words. */
export function whomToCall(office: WhomToCall): WhomToCall {
  return {
    name: office.name || say('office.name'),
    telephone: office.telephone || say('office.telephone'),
  };
}

/** What happened, as a subject: the first sentence, or of several the first and their number. */
export function messagesLetter(
  parts: readonly LetterPart[],
  publicUrl: string,
  office: WhomToCall,
): LetterText {
  const news = parts.map((part) => ({
    text: messageText(lang, part),
    url: `${publicUrl}${part.path}`,
  }));
  const first = shortened(news[0]!.text);
  return letter({
    subject: news.length === 1 ? first : say('mail.several', { first, count: news.length }),
    news,
    foot: [say('mail.call', { ...office }), say('mail.foot', { url: `${publicUrl}/account` })].join(
      '\n',
    ),
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
function shortened(text: string): string {
  const [sentence = text] = text.split(/(?<=[\u3002\uff1b])|\n/u);
  const plain = sentence.replace(/[\u3002\uff1b]$/u, '').trim();
  return plain.length > SUBJECT ? `${plain.slice(0, SUBJECT - 1)}…` : plain;
}

/** As many whole sentences as a text message takes: until when something is due stands in the second one. */
export function smsText(text: string): string {
  let said = '';
  for (const sentence of text.split(/(?<=[\u3002\uff1b])|\n/u)) {
    if (said.length + sentence.length > SMS) break;
    said += sentence;
  }
  return said.replace(/[\u3002\uff1b]$/u, '').trim() || shortened(text);
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
    html: `<!doctype html><html lang="${lang}"><meta charset="utf-8"><title>${escaped(subject)}</title><body>${drawn.join('')}<hr><p>${escaped(foot).replaceAll('\n', '<br>')}</p></body></html>`,
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
