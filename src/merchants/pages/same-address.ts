import type { FieldCheckboxes, FieldText } from '../../web/field-models.js';
import { type RawForm, typedTexts } from '../../web/forms/parse-value.js';
import type { Submitted } from '../../web/forms/submitted.js';
import type { PageContext } from '../../web/page-context.js';

const TICK = 'sameAddress';
/** In the place of the tick once the address has been filled in, so that the form comes back as it was. */
const FILLED = 'filled';

/** With the tick an empty working address is the registered one; what was typed there counts all the same. */
export function withSameAddress(raw: RawForm): RawForm {
  const isTicked = typedTexts(raw, TICK).length > 0;
  const isEmpty = (typedTexts(raw, 'workingAddress')[0] ?? '').trim() === '';
  return isTicked && isEmpty
    ? {
        ...raw,
        [TICK]: FILLED,
        workingAddress: typedTexts(raw, 'registeredAddress')[0] ?? '',
      }
    : raw;
}

/** Two equal addresses are one and a tick, so that the second goes along when the first one changes. */
export function addressFields(
  registered: FieldText,
  working: FieldText,
  form: Submitted<object>,
  { t }: PageContext,
): { registeredAddress: FieldText; sameAddress: FieldCheckboxes; workingAddress: FieldText } {
  const [ticked] = typedTexts(form.typed, TICK);
  const isStored = form.ok && registered.value !== '' && registered.value === working.value;
  const isSame = ticked === undefined ? isStored : ticked === FILLED;
  return {
    registeredAddress: registered,
    sameAddress: {
      name: TICK,
      label: t('merchants.workingAddress'),
      hint: null,
      error: null,
      required: false,
      inline: false,
      options: [
        {
          value: 'on',
          label: t('merchants.sameAddress'),
          hint: null,
          selected: isSame || ticked !== undefined,
        },
      ],
    },
    workingAddress: {
      ...working,
      label: t('merchants.workingAddress.other'),
      required: false,
      value: isSame ? '' : working.value,
    },
  };
}
