import { comparisonCode } from '../../rules/provenance/comparison-code.js';
import { TextField } from '../../web/forms/fields.js';
import type { FieldCheckboxes } from '../../web/field-models.js';
import type { Submitted } from '../../web/forms/submitted.js';
import type { PageContext } from '../../web/page-context.js';

/** The second person's tick; what it sends is the hash that the page showed when it was made. */
export class HashForm {
  @TextField({ label: 'awards.lock.compare', required: false, max: 64 })
  hash!: string | null;
}

/** Nobody types a hash; somebody who did not tick has not compared. */
export function compared(form: Submitted<HashForm>): Submitted<HashForm> {
  if (form.value.hash) return form;
  return form.with({ field: 'hash', code: 'awards.lock.compareFirst', variables: {} });
}

export function comparedField(
  sent: Submitted<HashForm>,
  hash: string,
  { t }: PageContext,
  first: 'another' | 'oneself' = 'another',
): FieldCheckboxes {
  const error = sent.errors.find(({ field }) => field === 'hash');
  return {
    name: 'hash',
    label: t('awards.lock.compare'),
    hint: null,
    error: error ? t(error.code, error.variables) : null,
    required: true,
    inline: false,
    options: [
      {
        value: hash,
        label: t(`awards.lock.compare.${first}`, { code: comparisonCode(hash) }),
        selected: false,
        hint: null,
      },
    ],
  };
}
