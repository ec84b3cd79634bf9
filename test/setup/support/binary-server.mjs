import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';

/**
 * Offers the database component of a tree as the project's own download would, for this Node only:
 * cases that are not about the compiler are spared a minute of it. Returns the setting that names it.
 */
export async function offerBinaryOf(tree) {
  const packed = execFileSync(
    'tar',
    ['-cz', '-C', `${tree}/node_modules/better-sqlite3`, 'build/Release/better_sqlite3.node'],
    { maxBuffer: 2 ** 28 },
  );
  const wanted = `node-v${process.versions.modules}-${process.platform}-${process.arch}`;
  const server = createServer((request, response) => {
    const found = request.url?.includes(wanted);
    response.writeHead(found ? 200 : 404).end(found ? packed : undefined);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  server.unref();
  const { port } = server.address();
  return { npm_config_better_sqlite3_binary_host: `http://127.0.0.1:${port}` };
}
