import { type RawForm, typedTexts } from '../../../web/forms/parse-value.js';
import type { TypedField } from '../../../web/http/request.js';
import type { PageContext } from '../../../web/page-context.js';

const LABELS: Readonly<Record<string, string>> = {
  score: 'judging.sheet.points',
  comment: 'judging.sheet.comment',
};

/** What the window had seen, and which button was pressed. */
const OF_THE_WINDOW = /^(seen-|choice-|saved-|clear$|flag$|after$)/;

/** What was sent of a sheet, by indicator: for whoever sent it when its round was closed already. */
export function typedIntoSheet(raw: RawForm) {
  return ({ t }: PageContext): readonly TypedField[] =>
    Object.keys(raw).flatMap((name) => {
      const value = typedTexts(raw, name).join('\n').trim();
      const [, kind = '', code = ''] = /^(score|comment)-(.+)$/.exec(name) ?? [];
      if (code) return [{ name, label: `${code} ${t(LABELS[kind]!)}`, value }];
      if (name === 'note') return [{ name, label: t('judging.sheet.note'), value }];
      return OF_THE_WINDOW.test(name) ? [{ name, label: '', value: '' }] : [];
    });
}
