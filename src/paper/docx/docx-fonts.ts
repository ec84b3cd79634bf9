/**
 * GB/T 9704 names its typefaces. They are not free and are never shipped: the file names them, and the
 * office's own computers have them.
 */
export const FONTS = {
  body: '仿宋_GB2312',
  title: '方正小标宋简体',
  level1: '黑体',
  level2: '楷体_GB2312',
  page: '宋体',
} as const;

export type FontName = (typeof FONTS)[keyof typeof FONTS];

/** One typeface for all signs of a run: half of a line in another one breaks the grid. */
export function typeface(name: FontName) {
  return { ascii: name, hAnsi: name, eastAsia: name, cs: name };
}
