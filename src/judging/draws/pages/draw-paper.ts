import {
  type Block,
  PLAIN,
  type Paper,
  column,
  factTable,
  heading,
  paragraph,
  table,
} from '../../../paper/paper.js';
import type { SummaryList, TableNumbers } from '../../../web/component-models.js';
import type { PageContext } from '../../../web/page-context.js';
import type { DrawPrintPage } from './draw-print.page.js';

/** A row of signatures, to be written in by hand. */
const BLANK = '';

/** 抽取记录表 for an editor: what its page prints, in the same order. */
export function drawPaper(build: (context: PageContext) => DrawPrintPage) {
  return (context: PageContext): Paper => {
    const { t, lang } = context;
    const { issuer, title, serial, voided, facts, tables, present } = build(context);
    const [first, ...others] = tables;
    const numbered = (one: DrawPrintPage['tables'][number] | undefined) =>
      one ? [heading(one.heading), numbersTable(one.table)] : [];
    return {
      ...PLAIN,
      lang,
      issuer,
      title,
      marks: [serial, ...(voided ? [t('judging.draw.print.voided')] : [])],
      blocks: [
        ...numbered(first),
        ...facts.flatMap((one) => [heading(one.heading), factsOf(one.list)]),
        ...others.flatMap(numbered),
        paragraph(t('judging.draw.print.note')),
        paragraph(t('judging.draw.print.keys')),
        heading(t('judging.draw.print.signatures')),
        table(
          ['person', 'signature', 'day'].map((key) => column(t(`judging.draw.print.${key}`), 20)),
          present.map((name) => [name, BLANK, BLANK]),
        ),
      ],
    };
  };
}

function factsOf({ rows }: SummaryList): Block {
  return factTable(rows.map(({ term, value }) => [term, value]));
}

/** Columns as wide as their longest words, within bounds: a hash does not squeeze out the names. */
function numbersTable({ columns, rows }: TableNumbers): Block {
  const share = (at: number) =>
    Math.min(24, Math.max(6, ...rows.map(({ cells }) => (cells[at]?.text ?? '').length)));
  return table(
    columns.map(({ label, numeric }, at) =>
      column(label, share(at), { align: numeric ? 'end' : 'start', head: at === 0 }),
    ),
    rows.map(({ cells }) => cells.map(({ text }) => text)),
  );
}
