import type { FieldCheckboxes, FieldText } from '../../web/field-models.js';
import { type RawForm, typedTexts } from '../../web/forms/parse-value.js';
import type { PageContext } from '../../web/page-context.js';

const TICK = 'sameAddress';

/** With the tick an empty working address is the registered one; what was typed there counts all the same. */
export function withSameAddress(raw: RawForm): RawForm {
  const isTicked = typedTexts(raw, TICK).length > 0;
  const isEmpty = (typedTexts(raw, 'workingAddress')[0] ?? '').trim() === '';
  return isTicked && isEmpty
    ? { ...raw, workingAddress: typedTexts(raw, 'registeredAddress')[0] ?? '' }
    : raw;
}

/** Two equal addresses are one and a tick, so that the second goes along when the first one changes. */
export function addressFields(
  registered: FieldText,
  working: FieldText,
  { t }: PageContext,
): { registeredAddress: FieldText; sameAddress: FieldCheckboxes; workingAddress: FieldText } {
  const isSame = registered.value !== '' && registered.value === working.value;
  return {
    registeredAddress: registered,
    sameAddress: {
      name: TICK,
      label: t('merchants.workingAddress'),
      hint: null,
      error: null,
      required: false,
      inline: false,
      options: [{ value: 'on', label: t('merchants.sameAddress'), hint: null, selected: isSame }],
    },
    workingAddress: {
      ...working,
      label: t('merchants.workingAddress.other'),
      required: false,
      value: isSame ? '' : working.value,
    },
  };
}
