/** Ends of lines that word processors and old systems write. */
const LINE_ENDS = /[\v\f\u0085\u2028\u2029]/g;
/**
 * One emoji of several characters, whole; or what is not seen: ignorable, directing and control
 * characters, with the marks of interlinear notes.
 */
const EMOJI_OR_UNSEEN =
  /(\p{ExtPict}[\uFE0F\p{EMod}]?(?:\u200D\p{ExtPict}[\uFE0F\p{EMod}]?)*)|[\p{Default_Ignorable_Code_Point}\p{Bidi_Control}\u{FFF9}-\u{FFFB}]|[^\P{Cc}\t\n\r]/gu;

/**
 * Text without what nobody sees and nobody means to type. It comes along when a name or a number is
 * copied from a chat or a page, and makes two of what looks like one.
 */
export function cleanText(text: string): string {
  return text
    .replace(LINE_ENDS, '\n')
    .replace(EMOJI_OR_UNSEEN, (_, emoji: string | undefined) => emoji ?? '');
}
