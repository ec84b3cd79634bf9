import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export interface GoldenRoute {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly policy: string;
}

const file = fileURLToPath(new URL('../architecture/routes.golden.txt', import.meta.url));

/** Every route as it was last reviewed, whatever the decorators say now. */
export function goldenRoutes(): GoldenRoute[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => {
      const [path = '', method = '', policy = ''] = line.split(/\s+/);
      return { path, method: method as GoldenRoute['method'], policy };
    });
}

/** One line a route, by path: a change of policy is one changed line in a review. */
export function routeLines(routes: readonly GoldenRoute[]): string[] {
  return routes.map(({ path, method, policy }) => `${path} ${method} ${policy}`).toSorted();
}

export function writeGolden(routes: readonly GoldenRoute[]): void {
  writeFileSync(file, `${routeLines(routes).join('\n')}\n`);
}
