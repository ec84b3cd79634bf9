import Handlebars from 'handlebars';
import { viewHelpers } from './view-helpers.js';

const knownHelpers = Object.fromEntries(Object.keys(viewHelpers).map((name) => [name, true]));

/**
 * Strict, so that a missing value is an error and not a hole.
 * @returns the template as an expression in JavaScript
 */
export function precompile(source: string): string {
  const settings = { strict: true, knownHelpersOnly: true, knownHelpers, preventIndent: true };
  return Handlebars.precompile(source, settings) as unknown as string;
}
