import { Check, Column, PrimaryColumn, VersionColumn } from 'typeorm';
import { quotedList } from './quoted-list.js';

/**
 * Columns that mean the same on SQLite and PostgreSQL (docs/decisions/0003).
 * Instants and days are ISO text: they sort as they read and no driver shifts their zone.
 */
export interface ColumnChoice {
  readonly nullable?: boolean;
}

/** 16 random base-32 characters made by `newId()`; never sequential, so it cannot be guessed. */
export const Id = () => PrimaryColumn({ type: 'varchar', length: 20 });

/** The id of another row; add `@ForeignKey` and `@Index` beside it. */
export const RefId = (choice: ColumnChoice = {}) =>
  Column({ type: 'varchar', length: 20, nullable: choice.nullable ?? false });

export const Text = (length: number, choice: ColumnChoice = {}) =>
  Column({ type: 'varchar', length, nullable: choice.nullable ?? false });

export const LongText = (choice: ColumnChoice = {}) =>
  Column({ type: 'text', nullable: choice.nullable ?? false });

/** Integers only: money in hundredths of 万元, points and percentages in hundredths. */
export const Whole = (choice: ColumnChoice = {}) =>
  Column({ type: 'integer', nullable: choice.nullable ?? false });

/** ISO 8601 UTC with milliseconds, 24 characters. */
export const Instant = (choice: ColumnChoice = {}) =>
  Column({ type: 'varchar', length: 24, nullable: choice.nullable ?? false });

/** A Beijing date, YYYY-MM-DD. */
export const Day = (choice: ColumnChoice = {}) =>
  Column({ type: 'varchar', length: 10, nullable: choice.nullable ?? false });

/** Stored 0 or 1; a boolean in entities, 0 or 1 in rows read by `database.rows`. */
export const Flag = () =>
  Column({
    type: 'integer',
    transformer: { to: (value: boolean) => (value ? 1 : 0), from: (value: number) => value === 1 },
  });

/** Plain JSON kept as text on both engines; never queried into. */
export const Json = (choice: ColumnChoice = {}) =>
  Column({ type: 'simple-json', nullable: choice.nullable ?? false });

/** Counts saves of the row; what people edit carries it so that the second of two tabs is told. */
export const Version = () => VersionColumn({ type: 'integer' });

/** One of a fixed list of names, checked by the database as well. */
export function OneOf(values: readonly string[], choice: ColumnChoice = {}): PropertyDecorator {
  return (target, property) => {
    const column = String(property).replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
    const list = quotedList(values);
    const table = target.constructor.name.replace(/(?!^)[A-Z]/g, (letter) => `_${letter}`);
    Check(`${table}_${column}_check`.toLowerCase(), `"${column}" IN (${list})`)(target.constructor);
    Column({ type: 'varchar', length: 40, nullable: choice.nullable ?? false })(target, property);
  };
}
