import type { Refusal } from '../../src/rules/refusal.js';
import { translate } from '../../src/text/catalogue.js';
import { labelledVariables } from '../../src/text/lifecycle-variables.js';

/** What a reader is shown of a refusal. */
export function sentenceOf({ code, variables }: Refusal): string {
  return translate('zh-CN', code, labelledVariables('zh-CN', code, variables));
}
