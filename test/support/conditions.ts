import { Repository } from 'typeorm';

const SEARCHES = ['findOneBy', 'findOneByOrFail', 'findBy', 'existsBy', 'countBy'] as const;

/**
 * A search whose condition got lost finds the first row there is, and most tables of a test hold one row
 * only: nothing would be noticed. So an empty condition is a fault; whoever wants all rows says `find()`.
 */
export function watchConditions(): void {
  const prototype = Repository.prototype as unknown as Record<string, (where: object) => unknown>;
  for (const name of SEARCHES) {
    const search = prototype[name]!;
    if (search.name === 'watched') continue;
    prototype[name] = function watched(this: unknown, where: object) {
      const conditions = Array.isArray(where) ? (where as object[]) : [where];
      if (conditions.some((one) => Object.keys(one).length === 0)) {
        throw new Error(`${name} without a condition`);
      }
      return search.call(this, where);
    };
  }
}
