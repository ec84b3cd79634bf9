import type { FileFigure } from '../file/application-file.queries.js';
import { figureKind } from '../file/figure-display.js';

/** A corrected value as it is typed: decimals, whole numbers or a day. */
export function typedValue(key: string, stored: FileFigure | null): string {
  if (stored?.verdict !== 'Reduced' || stored.verified === null) return '';
  const kind = figureKind(key);
  if (kind === 'wan' || kind === 'percent' || kind === 'rating') {
    return (Number(stored.verified) / 100).toFixed(2);
  }
  return stored.verified.split('|').at(-1) ?? '';
}
