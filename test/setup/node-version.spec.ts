import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const manifest = new URL('../../package.json', import.meta.url);
const { engines } = JSON.parse(readFileSync(manifest, 'utf8')) as { engines: { node: string } };
const module = fileURLToPath(new URL('../../bin/support/node-version.mjs', import.meta.url));
const { satisfies } = (await import(module)) as {
  satisfies: (version: string, range: string) => boolean;
};

describe('the Node versions that the start script accepts', () => {
  it.each([
    ['20.19.0', true],
    ['20.20.2', true],
    ['22.13.1', true],
    ['24.11.0', true],
    ['24.18.1', true],
    ['24.22.0', true],
    ['26.4.0', true],
    ['12.22.12', false],
    ['20.18.9', false],
    ['21.7.3', false],
    ['22.12.9', false],
    ['23.11.1', false],
    ['24.10.9', false],
    ['24.19.0', false],
    ['24.21.0', false],
  ])('%s: %s', (version, accepted) => {
    expect(satisfies(version, engines.node)).toBe(accepted);
  });
});
