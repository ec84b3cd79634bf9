import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { EntityMetadata } from 'typeorm';
import { projectRoot } from '../src/config/project-root.js';
import { makeDataSource } from '../src/database/data-source.js';
import { entities } from '../src/entities.js';

/**
 * Writes `foundation-tables.ts` from the entities: `npm run migration:foundation`. Used until the
 * first release; after it the file is history and every change is a migration of its own.
 */
const source = makeDataSource({ databaseUrl: null, dataDir: '.' }, entities, []);
await (source as unknown as { buildMetadatas(): Promise<void> }).buildMetadatas();
const tables = inOrderOfReference([...source.entityMetadatas]).map(tableOptions);
const text =
  `import type { TableOptions } from 'typeorm';\n\n` +
  `/** The tables of the first release, in an order in which every reference already exists. */\n` +
  `export const foundationTables: readonly TableOptions[] = ${JSON.stringify(tables, null, 2)};\n`;
writeFileSync(join(projectRoot, 'migrations', 'foundation-tables.ts'), text);

function inOrderOfReference(all: EntityMetadata[]): EntityMetadata[] {
  const ordered: EntityMetadata[] = [];
  const visit = (metadata: EntityMetadata) => {
    if (ordered.includes(metadata)) return;
    for (const key of metadata.foreignKeys) {
      if (key.referencedEntityMetadata !== metadata) visit(key.referencedEntityMetadata);
    }
    ordered.push(metadata);
  };
  for (const metadata of all.toSorted((a, b) => (a.tableName < b.tableName ? -1 : 1)))
    visit(metadata);
  return ordered;
}

function tableOptions(metadata: EntityMetadata) {
  return {
    name: metadata.tableName,
    columns: metadata.columns.map((column) => ({
      name: column.databaseName,
      type: column.type === 'simple-json' ? 'text' : String(column.type),
      ...(column.length ? { length: column.length } : {}),
      ...(column.isPrimary
        ? { isPrimary: true, primaryKeyConstraintName: `${metadata.tableName}_pk` }
        : {}),
      ...(column.isNullable ? { isNullable: true } : {}),
    })),
    uniques: metadata.uniques.map((unique) => ({
      name: unique.name,
      columnNames: unique.columns.map((column) => column.databaseName),
    })),
    indices: metadata.indices.map((index) => ({
      name: index.name,
      columnNames: index.columns.map((column) => column.databaseName),
    })),
    checks: metadata.checks.map((check) => ({ name: check.name, expression: check.expression })),
    foreignKeys: metadata.foreignKeys.map((key) => ({
      name: key.name,
      columnNames: key.columns.map((column) => column.databaseName),
      referencedTableName: key.referencedEntityMetadata.tableName,
      referencedColumnNames: key.referencedColumns.map((column) => column.databaseName),
    })),
  };
}
