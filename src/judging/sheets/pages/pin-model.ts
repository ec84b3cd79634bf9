import type { FieldError } from '../../../web/forms/submitted.js';
import type { PageContext } from '../../../web/page-context.js';
import type { Pin } from '../pins/pin.queries.js';
import type { IndicatorEvidence } from '../read-file.js';

/** What the score for an indicator rests on, and the fields that add to it. */
export interface PinModel {
  readonly code: string;
  readonly title: string;
  readonly open: boolean;
  readonly error: string | null;
  readonly pinned: readonly { readonly id: string; readonly label: string }[];
  readonly file: { readonly id: string; readonly name: string };
  readonly page: { readonly id: string; readonly name: string };
  readonly files: readonly { readonly value: string; readonly label: string }[];
}

export function pinModel(
  evidence: IndicatorEvidence,
  pins: readonly Pin[] | undefined,
  errors: readonly FieldError[],
  context: PageContext,
): PinModel | null {
  const { t } = context;
  const { code } = evidence.indicator;
  const shown = evidence.documents.filter(({ withheld }) => !withheld);
  if (!pins || shown.length === 0) return null;
  const own = pinLines(evidence, pins, context);
  const names = { file: `pin-file-${code}`, page: `pin-page-${code}` };
  const error = errors.find(({ field }) => field === names.file || field === names.page);
  return {
    code,
    title: t('judging.pin.title', { count: own.length }),
    open: error !== undefined,
    error: error ? t(error.code, error.variables) : null,
    pinned: own,
    file: { id: `field-${names.file}`, name: names.file },
    page: { id: `field-${names.page}`, name: names.page },
    files: shown.map(({ id }) => ({ value: id, label: fileLabel(evidence, id, context) })),
  };
}

/** The pins of an indicator as lines, by the captions that its judge may read. */
export function pinLines(
  evidence: IndicatorEvidence,
  pins: readonly Pin[],
  context: PageContext,
): readonly { readonly id: string; readonly label: string }[] {
  const { t } = context;
  return pins
    .filter(
      ({ indicator, documentId }) =>
        indicator === evidence.indicator.code &&
        evidence.documents.some(({ id }) => id === documentId),
    )
    .map(({ id, documentId, page }) => {
      const file = fileLabel(evidence, documentId, context);
      return { id, label: page === null ? file : t('judging.pin.at', { file, page }) };
    });
}

function fileLabel({ documents }: IndicatorEvidence, id: string, { t }: PageContext): string {
  const at = documents.findIndex((document) => document.id === id);
  return documents[at]?.caption || t('judging.sheet.document', { number: at + 1 });
}
