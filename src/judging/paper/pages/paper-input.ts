import { normaliseText } from '../../../rules/identifiers/normalise-text.js';
import type { PaperReading } from '../../../rules/rounds/paper-keyings.js';
import type { Indicator } from '../../../rules/scoring/indicator.js';
import { type RawForm, typedTexts } from '../../../web/forms/parse-value.js';

/** What stands in the fields, for showing it again. */
export interface PaperFields {
  readonly points: Readonly<Record<string, string>>;
  readonly comments: Readonly<Record<string, string>>;
  readonly dissent: string;
  readonly note: string;
  readonly signed: boolean;
}

export const emptyFields: PaperFields = {
  points: {},
  comments: {},
  dissent: '',
  note: '',
  signed: false,
};

/** A paper as it came in: which indicators it names is data of the programme, so it is read by hand. */
export function readPaper(indicators: readonly Indicator[], raw: RawForm) {
  const codes = indicators.map(({ code }) => code);
  const points = textsOf(codes, 'score', raw);
  const comments = textsOf(codes, 'comment', raw);
  const fields: PaperFields = {
    points,
    comments,
    dissent: text(raw, 'dissent'),
    note: text(raw, 'note'),
    signed: typedTexts(raw, 'signed')[0] === 'on',
  };
  const scores = Object.fromEntries(
    Object.entries(points).map(([code, typed]) => [code, hundredthsOf(typed)]),
  );
  const reading: PaperReading = { scores, comments, dissent: fields.dissent || null };
  return { fields, reading };
}

/** Anything that is no number fails the grid, and the person is told so beside the field. */
function hundredthsOf(typed: string): number {
  const plain = typed.normalize('NFKC').replace(/\s/g, '');
  return /^\d{1,4}(\.\d{1,2})?$/.test(plain) ? Math.round(Number(plain) * 100) : Number.NaN;
}

function textsOf(codes: readonly string[], name: string, raw: RawForm): Record<string, string> {
  const typed = codes.map((code) => [code, text(raw, `${name}-${code}`)] as const);
  return Object.fromEntries(typed.filter(([, one]) => one !== ''));
}

function text(raw: RawForm, name: string): string {
  return normaliseText((typedTexts(raw, name)[0] ?? '').replace(/\r\n?/g, '\n'));
}
