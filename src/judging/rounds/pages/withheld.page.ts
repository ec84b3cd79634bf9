import type { FieldFile } from '../../../web/field-models.js';
import type { Submitted } from '../../../web/forms/submitted.js';
import type { PageContext } from '../../../web/page-context.js';
import type { WithheldFile } from '../withheld-files.js';

export interface WithheldModel {
  readonly text: string;
  readonly files: readonly {
    readonly id: string;
    readonly href: string;
    readonly label: string;
    readonly name: string;
    readonly reason: string;
    readonly copy: FieldFile;
  }[];
}

/** The files a blind round keeps back, why, and the place for a copy that may be shown. */
export function withheldModel(
  files: readonly WithheldFile[],
  form: Submitted<object>,
  context: PageContext,
): WithheldModel | null {
  const { t } = context;
  if (files.length === 0) return null;
  const errors = form.errors;
  return {
    text: t('judging.round.withheld.text', { count: files.length }),
    files: files.map(({ documentId, judgingNumber, indicator, name, problem }) => {
      const field = `file-${documentId}`;
      const error = errors.find((one) => one.field === field);
      return {
        id: documentId,
        href: `/documents/${documentId}`,
        label: t('judging.round.withheld.label', { number: judgingNumber ?? '', indicator }),
        name,
        reason: t(`documents.blind.${problem}`, { name }),
        copy: {
          name: field,
          label: t('judging.round.withheld.copy'),
          hint: null,
          error: error ? t(error.code, error.variables) : null,
          required: true,
          accept: accepted,
          multiple: false,
          files: [],
        },
      };
    }),
  };
}

/** What can be cleaned; office documents cannot. */
const accepted = '.pdf,.jpg,.jpeg,.png,.webp';
