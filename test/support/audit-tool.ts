import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** Where `.ci/run` installed a package of `test/audits`; null where somebody runs the specs alone. */
export function auditTool(file: string): string | null {
  const folder = process.env.BIAOGAN_AUDITS;
  if (!folder) {
    process.stderr.write(
      `${file} is left out: BIAOGAN_AUDITS names no folder (docs/testing.md).\n`,
    );
    return null;
  }
  const path = join(folder, 'node_modules', file);
  if (!existsSync(path)) throw new Error(`BIAOGAN_AUDITS holds no ${path}`);
  return path;
}
