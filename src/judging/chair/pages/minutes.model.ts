import { formatInstant } from '../../../text/format.js';
import type { FieldTextarea } from '../../../web/field-models.js';
import type { PageContext } from '../../../web/page-context.js';
import type { Submitted } from '../../../web/forms/submitted.js';
import type { MinuteRow } from '../chair.queries.js';
import type { AnswerForm } from './chair.form.js';

/** An entry of the minutes as everybody who may read them sees it. */
export interface MinuteModel {
  readonly number: number;
  readonly kind: string;
  readonly by: string;
  readonly text: string;
  readonly answer: { readonly text: string; readonly at: string } | null;
  /** A question that waits. */
  readonly waiting: string | null;
  /** Where the reader may answer: the oldest that waits comes first. */
  readonly field: FieldTextarea | null;
}

/** @param answering the form of an answer, for a reader who may give one */
export function minutesModel(
  minutes: readonly MinuteRow[],
  answering: Submitted<AnswerForm> | null,
  context: PageContext,
): readonly MinuteModel[] {
  const { t, lang } = context;
  const open = minutes.filter((row) => row.kind === 'question' && row.answeredAt === null);
  return minutes.map((row) => {
    return {
      number: row.number,
      kind: t(`judging.chair.kind.${row.kind}`),
      by: t('judging.chair.by', {
        name: row.recordedBy ?? '',
        time: formatInstant(lang, row.recordedAt),
      }),
      text: row.text,
      answer: row.answeredAt
        ? { text: row.answer ?? '', at: formatInstant(lang, row.answeredAt) }
        : null,
      waiting: open.includes(row) ? t('judging.chair.waiting') : null,
      field: answering && row === open[0] ? context.draw(answering).textarea('answer') : null,
    };
  });
}
