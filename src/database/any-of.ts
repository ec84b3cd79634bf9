import { type FindOperator, In, IsNull } from 'typeorm';

/** A group of words as the condition of a repository: `IN (…)`. */
export function anyOf<Word extends string>(words: Iterable<Word>): FindOperator<Word> {
  return In([...words]);
}

/** A column that holds nothing, as the condition of a repository. */
export function nothing(): FindOperator<never> {
  return IsNull() as FindOperator<never>;
}
