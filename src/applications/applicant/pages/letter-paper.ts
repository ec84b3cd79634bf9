import {
  type Block,
  PLAIN,
  type Paper,
  column,
  heading,
  paragraph,
  table,
} from '../../../paper/paper.js';
import type { PageContext } from '../../../web/page-context.js';
import type { LetterPage } from './letter.page.js';

/** 结果反馈函 for an editor: the words of its page, with the quarter in words alone. */
export function letterPaper(build: (context: PageContext) => LetterPage) {
  return (context: PageContext): Paper => {
    const { t, lang, office } = context;
    const letter = build(context);
    return {
      ...PLAIN,
      lang,
      issuer: office,
      title: letter.title,
      addressee: t('applications.letter.to', { name: letter.addressee }),
      blocks: [
        paragraph(letter.opening),
        paragraph(letter.result),
        heading(t('applications.letter.dimensions')),
        dimensions(letter, context),
        ...section(
          'missed',
          letter.missed.map(({ name, lines }) => [name, ...lines]),
          context,
        ),
        ...section(
          'refused',
          letter.refused.map(({ name, text }) => [name, text]),
          context,
        ),
        ...section(
          'basis',
          letter.basis.map(({ name, files }) => [name, ...files]),
          context,
        ),
        paragraph(t('applications.letter.closing')),
      ],
      signature: { signatory: office, day: letter.date, isoDay: letter.isoDate },
    };
  };
}

function dimensions({ dimensions: all }: LetterPage, { t }: PageContext): Block {
  const named = (key: string, share: number, align: 'start' | 'end' | 'center') =>
    column(t(`applications.letter.${key}`), share, { align, head: key === 'dimension' });
  return table(
    [
      named('dimension', 30, 'start'),
      named('points', 14, 'end'),
      named('full', 14, 'end'),
      named('position', 22, 'center'),
    ],
    all.map(({ name, score, full, quarter }) => [name, score, full, quarter]),
  );
}

function section(key: string, lines: readonly (readonly string[])[], { t }: PageContext): Block[] {
  if (lines.length === 0) return [];
  return [
    heading(t(`applications.letter.${key}`)),
    ...lines.map((words) => paragraph(words.join(' '))),
  ];
}
