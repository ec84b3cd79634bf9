import { type ChildEnd, ChildProgram } from './child-program.js';

/** The SECRET of the starts that have one. */
export const startSecret = 'test-secret-of-thirty-two-characters-0123';

/** Starts `serve` in a process of its own and waits for its end. */
export async function serve(
  environment: Readonly<Record<string, string>>,
  prefix: readonly string[] = [],
): Promise<ChildEnd> {
  const child = await ChildProgram.start(
    ['serve'],
    { DEMO: 'off', SECRET: startSecret, ...environment },
    prefix,
  );
  return child.end;
}
