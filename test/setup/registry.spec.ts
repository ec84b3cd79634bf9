import { describe, expect, it } from '@jest/globals';
import { type AddressInfo, createServer } from 'node:net';
import { fileURLToPath } from 'node:url';

const module = fileURLToPath(new URL('../../bin/support/registry.mjs', import.meta.url));
const { answers, registryIn } = (await import(module)) as {
  answers: (address: string) => Promise<boolean>;
  registryIn: (
    configuration: string,
    environment: Record<string, string>,
  ) => { registry: string; target: string };
};

describe('the registry that an installation needs', () => {
  const mirror = 'https://registry.example.cn/';
  const configuration = JSON.stringify({ registry: mirror });

  it('is the one that npm is configured with', () => {
    expect(registryIn(configuration, {})).toEqual({ registry: mirror, target: mirror });
  });

  it('is reached through a proxy where there is one', () => {
    const proxied = JSON.stringify({ registry: mirror, 'https-proxy': 'http://proxy:3128' });
    expect(registryIn(proxied, {}).target).toBe('http://proxy:3128');
    expect(registryIn(configuration, { https_proxy: 'http://other:8080' }).target).toBe(
      'http://other:8080',
    );
  });

  it('is the public one where npm does not say its settings', () => {
    expect(registryIn('', {}).registry).toBe('https://registry.npmjs.org/');
  });

  it('is probed by a connection, and only an open port counts', async () => {
    const server = createServer((socket) => socket.destroy()).listen(0, '127.0.0.1');
    await new Promise((listening) => server.on('listening', listening));
    const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
    expect(await answers(address)).toBe(true);
    await new Promise((closed) => server.close(closed));
    expect(await answers(address)).toBe(false);
  });
});
