import { createHash } from 'node:crypto';
import { faultOf, stopWithFault } from './faults.mjs';
import { countOfPackages, lockIsInstalled, packagesAreThere } from './installed.mjs';
import { say, stop } from './messages.mjs';
import { inRoot, textOf } from './paths.mjs';
import { answers, registryOfNpm } from './registry.mjs';
import { pathOfThisNode, runStep } from './run-step.mjs';
import { ensureSqliteLoads, sqliteIsThere } from './sqlite-module.mjs';
import { readStamp, removeStamp, requireWritable, writeStamp } from './stamp.mjs';

const stampFile = inRoot('node_modules', '.biaogan-stamp');
/** Nothing a package brings is run: the one module that may need compiling is compiled afterwards. */
const npmOptions = [
  'ci',
  '--ignore-scripts',
  '--include=dev',
  '--no-audit',
  '--no-fund',
  '--loglevel=error',
  '--fetch-timeout=60000',
];
const heartbeatSeconds = 30;
const probeEverySeconds = 5;
const patienceSeconds = 20;

/** What package-lock.json lists was installed for this Node, and nothing of it has gone since. */
export function isInstalled() {
  return readStamp(stampFile) === stamp() && packagesAreThere(false) && sqliteIsThere();
}

export async function ensureInstalled() {
  if (isInstalled()) return;
  if (!lockIsInstalled()) await install();
  await ensureSqliteLoads();
  writeStamp(stampFile, stamp());
}

/** For packages that are all there and yet do not work, as a killed npm can leave them. */
export async function reinstall() {
  await install();
  await ensureSqliteLoads();
  writeStamp(stampFile, stamp());
}

/** Another lock, another ABI or another platform needs other binaries. */
function stamp() {
  return createHash('sha256')
    .update(textOf('package-lock.json'))
    .update([process.versions.modules, process.platform, process.arch].join(' '))
    .digest('hex');
}

/** Exactly the packages of the lock, or none: npm ci first removes what is there. */
async function install() {
  requireWritable(inRoot('node_modules'));
  removeStamp(stampFile);
  say('installing');
  const started = Date.now();
  const network = { gone: false, ...registryOfNpm() };
  const result = await runStep('npm', npmOptions, {
    cwd: inRoot(),
    env: { PATH: pathOfThisNode() },
    watch: (child) => watchInstallation(child, network, started),
  });
  const fault = network.gone ? 'noNetwork' : faultOf(result);
  if (fault === 'noNetwork' && !result.ok) stop(fault, { registry: network.registry });
  if (!result.ok) stopWithFault(fault ?? 'installFailed', result);
  say('installed', { seconds: secondsSince(started) });
}

/**
 * npm tries for half an hour to reach a registry that is not there. It is stopped when nothing has
 * answered at the registry's address, and no package has arrived, for as long as anyone should wait.
 */
function watchInstallation(child, network, started) {
  let lastSign = Date.now();
  let packages = countOfPackages();
  const heartbeat = setInterval(
    () => say('stillInstalling', { seconds: secondsSince(started) }),
    heartbeatSeconds * 1000,
  );
  const probe = setInterval(async () => {
    const arrived = countOfPackages();
    if (arrived !== packages || (await answers(network.target))) lastSign = Date.now();
    packages = arrived;
    if (network.gone || Date.now() - lastSign < patienceSeconds * 1000) return;
    network.gone = true;
    child.kill('SIGTERM');
    setTimeout(() => child.kill('SIGKILL'), 2000).unref();
  }, probeEverySeconds * 1000);
  return () => {
    clearInterval(heartbeat);
    clearInterval(probe);
  };
}

function secondsSince(moment) {
  return Math.round((Date.now() - moment) / 1000);
}
