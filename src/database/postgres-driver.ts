import pg from 'pg';

type TypeId = Parameters<typeof pg.types.getTypeParser>[0];

const { builtins } = pg.types;

/** COUNT and SUM come as text from this driver, comparisons as true: rows hold numbers, as SQLite's. */
const numbers = new Map<number, (text: string) => number>([
  [builtins.INT8, Number],
  [builtins.NUMERIC, Number],
  [builtins.BOOL, (text) => Number(text === 't')],
]);

/**
 * The driver and how its pools read values. TypeORM is handed this very copy and the pools this
 * table: nothing is set for the whole process, where another copy of the driver would not see it.
 */
export const postgresDriver = {
  driver: pg,
  extra: {
    types: {
      getTypeParser: (type: TypeId, format?: 'text' | 'binary') =>
        (format !== 'binary' && numbers.get(type)) || pg.types.getTypeParser(type, format),
    },
  },
};
