import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { TestApp } from './test-app.js';

/** Written by every request, whatever becomes of it. */
const aside = new Set(['session']);

/** Table → hash over all its rows, and the stored files as one more; the same for both engines. */
export type Fingerprint = ReadonlyMap<string, string>;

export async function fingerprint(app: TestApp): Promise<Fingerprint> {
  const prints = new Map<string, string>();
  for (const table of tablesOf(app)) {
    if (aside.has(table)) continue;
    const rows = await app.database.rows<object>(`SELECT * FROM ${table}`);
    prints.set(table, hash(rows.map((row) => JSON.stringify(row)).toSorted()));
  }
  prints.set('documents on disk', hash(filesOf(app).toSorted()));
  return prints;
}

/** The tables whose rows differ. */
export function changedTables(before: Fingerprint, after: Fingerprint): string[] {
  return [...after.keys()].filter((table) => before.get(table) !== after.get(table)).toSorted();
}

/** Each table after those that its rows point at. */
export function tablesOf({ database }: TestApp): string[] {
  const ordered: string[] = [];
  const visit = (metadata: (typeof database.dataSource.entityMetadatas)[number]) => {
    if (ordered.includes(metadata.tableName)) return;
    for (const { referencedEntityMetadata } of metadata.foreignKeys) {
      if (referencedEntityMetadata !== metadata) visit(referencedEntityMetadata);
    }
    ordered.push(metadata.tableName);
  };
  for (const metadata of database.dataSource.entityMetadatas) visit(metadata);
  return ordered;
}

function filesOf({ place }: TestApp): string[] {
  try {
    return readdirSync(join(place.dataDir, 'documents'), { recursive: true, encoding: 'utf8' });
  } catch {
    return [];
  }
}

function hash(lines: readonly string[]): string {
  return createHash('sha256').update(lines.join('\n')).digest('hex');
}
