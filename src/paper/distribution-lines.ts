import { translate } from '../text/catalogue.js';
import type { Paper } from './paper.js';

/** 报, 送, 发: in this order, each class that somebody is in as one line that ends with a full stop. */
export function distributionLines({ distribution, lang }: Paper): string[] {
  const comma = translate(lang, 'navigation.listComma');
  return (['report', 'send', 'issue'] as const)
    .filter((one) => distribution[one].length > 0)
    .map((one) =>
      translate(lang, `paper.distribution.${one}`, { names: distribution[one].join(comma) }),
    );
}

/** 附件说明: a number before each when there are several. */
export function attachmentLines({ attachments, lang }: Paper): string[] {
  return attachments.map((name, at) => {
    const number = attachments.length > 1 ? at + 1 : 0;
    const key = at === 0 ? 'paper.attachment.first' : 'paper.attachment.further';
    return translate(lang, key, { number, name });
  });
}
