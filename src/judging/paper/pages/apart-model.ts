import type { Indicator } from '../../../rules/scoring/indicator.js';
import { formatHundredths } from '../../../text/format.js';
import type { FieldTextarea } from '../../../web/field-models.js';
import type { PageContext } from '../../../web/page-context.js';
import type { OpenedDifferences } from '../open-differences.js';
import type { ApartReading } from '../paper.queries.js';
import { type PaperField, type SentPaper, dissentField, paperField } from './paper-field.js';

/** What two people keyed differently, field by field, with a field for what the paper says. */
export interface ApartModel {
  readonly rows: readonly (PaperField & { readonly first: string; readonly second: string })[];
  readonly dissent: (FieldTextarea & { readonly first: string; readonly second: string }) | null;
  readonly note: FieldTextarea;
}

export function apartModel(
  indicators: readonly Indicator[],
  apart: OpenedDifferences,
  sent: SentPaper,
  context: PageContext,
): ApartModel {
  const { t } = context;
  const { first, second } = apart;
  const errorOf = (name: string) => {
    const found = sent.errors.find(({ field }) => field === name);
    return found ? t(found.code, found.variables) : null;
  };
  const dissents = ({ dissent }: ApartReading) => dissent ?? t('judging.paper.noDissent');
  return {
    rows: indicators
      .filter(({ code }) => apart.indicators.includes(code))
      .map((indicator) => ({
        ...paperField(indicator, sent, context),
        first: pointsOf(first, indicator, context),
        second: pointsOf(second, indicator, context),
      })),
    dissent: apart.dissent
      ? {
          ...dissentField(sent.fields.dissent, errorOf('dissent'), context),
          first: dissents(first),
          second: dissents(second),
        }
      : null,
    note: {
      name: 'note',
      label: t('judging.paper.note'),
      hint: t('judging.paper.note.hint'),
      error: errorOf('note'),
      required: true,
      value: sent.fields.note,
      rows: 2,
      maxLength: null,
    },
  };
}

/** Points with the words beside them, as that person keyed them. */
function pointsOf(
  { scores, comments }: ApartReading,
  { code }: Indicator,
  { t }: PageContext,
): string {
  const points = scores[code];
  const told = points === undefined ? '' : formatHundredths(points);
  const comment = comments[code];
  return comment ? t('judging.paper.withComment', { points: told, comment }) : told;
}
