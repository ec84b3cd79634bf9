import { Repository } from 'typeorm';

const SEARCHES = ['findOneBy', 'findOneByOrFail', 'findBy', 'existsBy', 'countBy'] as const;
const SEARCHES_WITH_OPTIONS = ['findOne', 'findOneOrFail'] as const;

/**
 * A search whose condition got lost finds the first row there is, and most tables of a test hold one row
 * only: nothing would be noticed. So an empty condition is a fault; whoever wants all rows says `find()`.
 */
export function watchConditions(): void {
  for (const name of SEARCHES) watch(name, (where) => where);
  for (const name of SEARCHES_WITH_OPTIONS) {
    watch(name, ({ where }: { readonly where?: object }) => where ?? {});
  }
}

function watch(name: string, whereOf: (given: object) => object): void {
  const prototype = Repository.prototype as unknown as Record<string, (given: object) => unknown>;
  const search = prototype[name]!;
  if (search.name === 'watched') return;
  prototype[name] = function watched(this: unknown, given: object) {
    const where = whereOf(given);
    const conditions = Array.isArray(where) ? (where as object[]) : [where];
    if (conditions.some((one) => Object.keys(one).length === 0)) {
      throw new Error(`${name} without a condition`);
    }
    return search.call(this, given);
  };
}
