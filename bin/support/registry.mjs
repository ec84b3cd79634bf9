import { spawnSync } from 'node:child_process';
import { connect } from 'node:net';
import { pathOfThisNode } from './run-step.mjs';
import { root } from './paths.mjs';

const probeSeconds = 4;

/** Where npm would connect first: its proxy where one is set, otherwise the registry. */
export function registryOfNpm() {
  const result = spawnSync('npm', ['config', 'list', '--json'], {
    cwd: root,
    env: { ...process.env, PATH: pathOfThisNode() },
    shell: process.platform === 'win32',
    encoding: 'utf8',
  });
  return registryIn(result.stdout, process.env);
}

export function registryIn(configuration, environment) {
  let config = {};
  try {
    config = JSON.parse(configuration);
  } catch {
    // An npm that cannot say its settings will say itself what it cannot do.
  }
  const registry = config.registry ?? 'https://registry.npmjs.org/';
  const proxy =
    config['https-proxy'] ||
    config.proxy ||
    environment.HTTPS_PROXY ||
    environment.https_proxy ||
    environment.HTTP_PROXY ||
    environment.http_proxy;
  return { registry, target: proxy || registry };
}

/** Resolves to whether something accepts connections there; a name that is slow to resolve counts as no. */
export function answers(address) {
  const url = new URL(address.includes('://') ? address : `http://${address}`);
  const port = Number(url.port) || (url.protocol === 'https:' ? 443 : 80);
  return new Promise((done) => {
    const host = url.hostname.replace(/^\[|\]$/g, '');
    const socket = connect({ host, port });
    const end = (answered) => {
      clearTimeout(timer);
      socket.destroy();
      done(answered);
    };
    const timer = setTimeout(end, probeSeconds * 1000, false);
    socket.on('connect', () => end(true)).on('error', () => end(false));
  });
}
