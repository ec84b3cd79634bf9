import { RuleError } from '../rule-error.js';

/**
 * JSON text that depends on the value alone: keys in code-unit order, no spaces, undefined properties
 * left out (after RFC 8785, Rundgren and others 2020). Only whole safe numbers pass: a fraction of a
 * number would print differently elsewhere, so it throws `provenance.error.notWhole`.
 */
export function canonicalJson(value: unknown): string {
  return write(value, '$');
}

function write(value: unknown, path: string): string {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') {
    return JSON.stringify(value);
  }
  if (typeof value === 'number') {
    if (!Number.isSafeInteger(value)) throw new RuleError('provenance.error.notWhole', { path });
    return String(value === 0 ? 0 : value);
  }
  if (Array.isArray(value)) {
    return `[${value.map((item: unknown, i) => write(item, `${path}[${i}]`)).join(',')}]`;
  }
  if (typeof value !== 'object') throw new RuleError('provenance.error.notJson', { path });
  const entries = Object.entries(value)
    .filter(([, item]) => item !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, item]) => `${JSON.stringify(key)}:${write(item, `${path}.${key}`)}`);
  return `{${entries.join(',')}}`;
}
