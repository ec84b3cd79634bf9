/**
 * JSON text with the keys of every object sorted: equal values, equal text. Fractions are written as
 * ECMAScript writes them, which one program reads back exactly; what is published for others to
 * recompute uses `canonicalJson`, which takes whole numbers only.
 */
export function sortedJson(value: unknown): string {
  return JSON.stringify(value, (_, item: unknown) =>
    typeof item === 'object' && item !== null && !Array.isArray(item)
      ? Object.fromEntries(Object.entries(item).sort(([a], [b]) => (a < b ? -1 : 1)))
      : item,
  );
}
