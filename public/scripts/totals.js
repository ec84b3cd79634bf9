/**
 * Adds up a column while its parts are typed. A total that somebody typed otherwise is left alone: only an
 * empty one, and one that was the sum before, follows.
 */
export function totals(table) {
  for (const total of table.querySelectorAll('tfoot input')) {
    const parts = [...table.querySelectorAll(`tbody input[name$=".${total.name}"]`)];
    if (parts.length === 0) continue;
    let before = sumOf(parts);
    for (const part of parts) {
      part.addEventListener('input', () => {
        const now = sumOf(parts);
        if (total.value.trim() === '' || total.value.trim() === before) total.value = now;
        before = now;
      });
    }
  }
}

/** As it would be typed, or nothing where a part cannot be read. */
function sumOf(parts) {
  const typed = parts.map((part) => part.value.normalize('NFKC').replace(/[,\s]/g, ''));
  if (typed.every((text) => text === '')) return '';
  const cents = typed.map((text) => Math.round(Number(text) * 100));
  if (cents.some((one) => !Number.isSafeInteger(one))) return '';
  return String(cents.reduce((sum, one) => sum + one, 0) / 100);
}
