import { type RawForm, typedTexts } from '../web/forms/parse-value.js';
import type { TypedField } from '../web/http/request.js';

/** What was typed about the items of a correction, each by its name. */
export function typedAbout(raw: RawForm, label: (item: string) => string): readonly TypedField[] {
  return Object.keys(raw)
    .filter((name) => name.startsWith('say.'))
    .map((name) => ({
      name,
      label: label(name.slice('say.'.length)),
      value: typedTexts(raw, name).join('\n').trim(),
    }));
}
