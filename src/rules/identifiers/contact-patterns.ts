import { cleanText } from './clean-text.js';
import { type FoldedText, type TextRange, foldText, originalRange } from './folded-text.js';

export type ContactPattern = 'Telephone' | 'Mail' | 'Url' | 'WeChat' | 'Qq';

export interface ContactFinding {
  readonly pattern: ContactPattern;
  readonly text: string;
  readonly code: `identifiers.contactPattern.${ContactPattern}`;
}

/**
 * Each way of reaching a person that must not stand in a public introduction. A bare mention of
 * 微信 or QQ is prose; only an account beside it is a contact.
 */
const PATTERNS: readonly (readonly [ContactPattern, RegExp])[] = [
  ['Telephone', /(?<!\d)(?:\+?86[\s-]?)?1[3-9](?:[\s-]?\d){9}(?!\d)/giu],
  // As people hide it: signs between its groups, the same signs between all digits, or in words.
  ['Telephone', /(?<!\d)1[3-9]\d[\s\p{P}\p{S}]{0,3}\d{4}[\s\p{P}\p{S}]{0,3}\d{4}(?!\d)/gu],
  ['Telephone', /(?<!\d)1([\s\p{P}\p{S}]{1,2})[3-9](?:\1\d){9}(?!\d)/gu],
  [
    'Telephone',
    /[一壹幺](?:[\s\p{P}\p{S}]?[三四五六七八九叁肆伍陆柒捌玖])(?:[\s\p{P}\p{S}]?[零〇一二三四五六七八九幺壹贰叁肆伍陆柒捌玖]){9}/gu,
  ],
  ['Telephone', /(?<!\d)\(?0\d{2,3}(?:\)|[\s-])\s?\d{7,8}(?!\d)/giu],
  ['Telephone', /(?<!\d)(?:400|800)[\s-]?\d{3}[\s-]?\d{4}(?!\d)/giu],
  ['Telephone', /(?<=(?:电话|热线|手机|座机)(?:号码?)?[\s:]*)\d{7,12}/giu],
  ['Mail', /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/giu],
  ['Url', /https?:\/\/\S+|www\.[\w.-]+/giu],
  [
    'Url',
    /(?<![@\w.-])[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:com|cn|net|org|top|shop|vip|cc|io|xyz|store)(?![\w-])/giu,
  ],
  [
    'WeChat',
    /(?:微信|薇信|威信|微♥|weixin|wechat|(?<![a-z])vx|(?<![a-z])wx|加v|v信)(?:(?:同?号|公众号|id|[\s:])+[a-z0-9][-_a-z0-9]{5,19}|(?=[-_a-z0-9]*\d)[a-z0-9][-_a-z0-9]{5,19})/giu,
  ],
  ['Qq', /(?:qq|扣扣|企鹅)(?:群|号|号码|[\s:])*[1-9]\d{4,11}/giu],
];

/** Contacts found in a text such as `intro`, in order of the patterns, each text once. */
export function findContactPatterns(text: string): readonly ContactFinding[] {
  const plain = folded(text);
  const found = PATTERNS.flatMap(([pattern, expression]) =>
    [...plain.letters.matchAll(expression)].map(([match]): ContactFinding => ({
      pattern,
      text: match,
      code: `identifiers.contactPattern.${pattern}`,
    })),
  );
  return found.filter(
    (finding, index) =>
      found.findIndex(
        (other) => other.pattern === finding.pattern && other.text.includes(finding.text),
      ) === index,
  );
}

/** Where contacts stand in a text, every one of them. */
export function contactRanges(text: string): readonly TextRange[] {
  const plain = folded(text);
  return PATTERNS.flatMap(([, expression]) =>
    [...plain.letters.matchAll(expression)].map(({ index, 0: { length } }) =>
      originalRange(plain, index, length),
    ),
  );
}

/** In one width, without accents and without what nobody sees. */
function folded(text: string): FoldedText {
  return foldText(text, (character) =>
    cleanText(character.normalize('NFKD')).replace(/\p{M}/gu, ''),
  );
}
