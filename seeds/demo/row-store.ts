type EntityClass<E> = new () => E;

/** Rows of the demo city by table, before any is written. Columns that are left out become null. */
export class RowStore {
  private readonly tables = new Map<EntityClass<object>, object[]>();

  add<E extends object, R extends Partial<E>>(entity: EntityClass<E>, row: R): R {
    const rows = this.tables.get(entity);
    if (rows) rows.push(row);
    else this.tables.set(entity, [row]);
    return row;
  }

  of<E extends object>(entity: EntityClass<E>): readonly Partial<E>[] {
    return this.tables.get(entity) ?? [];
  }

  get size(): number {
    return [...this.tables.values()].reduce((sum, rows) => sum + rows.length, 0);
  }

  entries(): IterableIterator<[EntityClass<object>, object[]]> {
    return this.tables.entries();
  }
}
