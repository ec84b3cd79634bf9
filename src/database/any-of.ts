import { type FindOperator, In } from 'typeorm';

/** A group of words as the condition of a repository: `IN (…)`. */
export function anyOf<Word extends string>(words: Iterable<Word>): FindOperator<Word> {
  return In([...words]);
}
