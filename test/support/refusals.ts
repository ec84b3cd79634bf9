import { expect } from '@jest/globals';
import { Refusal } from '../../src/rules/refusal.js';
import { RuleError } from '../../src/rules/rule-error.js';
import type { TextVariables } from '../../src/text/catalogue.js';
import { translate } from '../../src/text/catalogue.js';
import { labelledVariables } from '../../src/text/lifecycle-variables.js';
import { changedTables, fingerprint } from './fingerprint.js';
import { refusalFault } from './readable.js';
import type { TestApp } from './test-app.js';
import { Visitor } from './visitor.js';

export interface Refused {
  /** The key of the sentence. */
  readonly code: string;
  /** The field it stands beside; none when left out. */
  readonly field?: string;
  /** Compared when given. */
  readonly variables?: TextVariables;
  /** `invalid` when left out. */
  readonly kind?: Refusal['kind'];
  /** The file, without `.ts`, that says no; for the codes that many files share. */
  readonly from?: string;
  /** The condition of a lifecycle behind it, where a use case says it in a sentence of its own. */
  readonly guard?: string;
  /** The tables that are written all the same, for example the access log. */
  readonly writes?: readonly string[];
}

/** A use case that is called, or a visitor who sends a form. */
export type Act = () => Promise<unknown>;

/** The row is not there for this actor; `from` is the file that says so. */
export const missingIn = (from: string): Refused => ({
  code: 'errors.notFound',
  kind: 'missing',
  from,
});

/** Somebody saved first; `from` is the file that finds it. */
export const staleIn = (from: string): Refused => ({
  code: 'errors.conflict',
  kind: 'conflict',
  from,
});

/** Demands that `act` is refused with exactly this sentence, and that nothing was written. */
export async function refuses(app: TestApp, act: Act, expected: Refused): Promise<void> {
  const before = await fingerprint(app);
  const outcome = await outcomeOf(act);
  if (outcome instanceof Visitor) expectOnPage(outcome, expected);
  else expectThrown(outcome, expected);
  expect(changedTables(before, await fingerprint(app))).toEqual(expected.writes ?? []);
}

async function outcomeOf(act: Act): Promise<unknown> {
  let result: unknown;
  try {
    result = await act();
  } catch (error) {
    if (error instanceof Refusal || error instanceof RuleError) return error;
    throw error;
  }
  if (result instanceof Visitor) return result;
  throw new Error('The act was not refused.');
}

function expectThrown(error: unknown, { code, field, variables, kind, from }: Refused): void {
  const found = error as Refusal;
  expect(refusalFault(found.code, found.variables)).toBeNull();
  expect({
    code: found.code,
    field: found.field ?? null,
    kind: found.kind ?? 'invalid',
    variables: variables ? found.variables : undefined,
  }).toEqual({ code, field: field ?? null, kind: kind ?? 'invalid', variables });
  if (from) expect(answering(found)).toBe(from);
}

/** The file whose line says no: the first on the stack below the makers of refusals themselves. */
function answering({ stack = '' }: Refusal): string | undefined {
  const files = [...stack.matchAll(/\/([\w.-]+)\.ts:\d+/g)].map(([, file]) => file);
  return files.find((file) => file !== 'refusal');
}

const statuses = { invalid: 422, conflict: 409, missing: 404 };

/** On a page the key is no longer seen, so the sentence in front of the reader is compared. */
function expectOnPage(visitor: Visitor, { code, field, variables = {}, kind }: Refused): void {
  const labelled = labelledVariables('zh-CN', code, variables);
  const sentence = translate('zh-CN', code, { field: '\0', ...labelled });
  const shown = new RegExp(sentence.split('\0').map(escaped).join('.*'), 'u');
  const link = field ? `.error-summary a[href="#field-${field}"]` : 'main';
  const texts = visitor.page.querySelectorAll(link).map((one) => one.text);
  expect(texts).toEqual(expect.arrayContaining([expect.stringMatching(shown)]));
  expect(visitor.status).toBe(statuses[kind ?? 'invalid']);
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
}
