import { isSavedMeanwhile } from '../../rules/refusal.js';
import type { PageContext } from '../page-context.js';
import { fieldsOf } from './field-meta.js';
import { typedTexts } from './parse-value.js';
import type { Submitted } from './submitted.js';

/** What was saved in another tab beside what was typed here, where the two differ. */
export interface MergeModel {
  readonly rows: readonly {
    readonly label: string;
    readonly stored: string;
    readonly typed: string;
  }[];
}

export type MergeOutcome<T extends object, R> =
  | { readonly done: true; readonly result: R }
  | { readonly done: false; readonly form: Submitted<T>; readonly status: 409 | 422 };

/** Runs a use case; a lost race comes back as a value, so that the page can show both. */
export async function attemptMerging<T extends object, R>(
  form: Submitted<T>,
  work: (value: T) => Promise<R>,
): Promise<MergeOutcome<T, R>> {
  try {
    const outcome = await form.attempt(work);
    return outcome.done ? outcome : { ...outcome, status: 422 };
  } catch (error) {
    if (!isSavedMeanwhile(error)) throw error;
    return { done: false, form, status: 409 };
  }
}

/**
 * The merge of a form that lost the race.
 * @param stored field → what is stored now, as people read it; fields left out are not compared
 * @param say field → what a value of it is called, where that is data and no sentence
 */
export function mergeOf(
  form: Submitted<object>,
  stored: Readonly<Record<string, string | null>>,
  { t }: Pick<PageContext, 't'>,
  say: Readonly<Record<string, (value: string) => string>> = {},
): MergeModel {
  const rows = fieldsOf(form.form)
    .filter(({ name }) => name in stored)
    .map(({ name, label, options }) => ({
      label: t(label),
      stored: stored[name] ?? '',
      typed: typedTexts(form.typed, name)
        .filter((text) => text !== '')
        .map((text) => say[name]?.(text) ?? (options ? t(`${options}.${text}`) : text.trim()))
        .join(t('navigation.listComma')),
    }));
  return { rows: rows.filter((row) => row.stored !== row.typed) };
}
