import { createServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { say } from './messages.mjs';
import { digestOfFolder } from './paths.mjs';

let held;

/**
 * Work in this folder that no other start does at the same time: the second waits, and says so. The
 * system itself holds the name and frees it when the last process that has it ends, however it ends.
 */
export async function alone(work) {
  held = await take(nameOfFolder());
  try {
    return await work();
  } finally {
    held?.close();
    held = undefined;
  }
}

/**
 * For a child that goes on changing the folder when we are killed: while it has this, the name is held.
 * Undefined where nothing is held.
 */
export function heldDescriptor() {
  const descriptor = held?._handle?.fd;
  return descriptor > 2 ? descriptor : undefined;
}

async function take(name) {
  for (let told = false; name; await pause(200)) {
    const { server, code } = await listen(name);
    if (server) return server;
    // A machine that knows no such names has one person before it.
    if (code !== 'EADDRINUSE') return undefined;
    if (!told) say('waiting');
    told = true;
  }
  return undefined;
}

function listen(path) {
  return new Promise((done) => {
    const server = createServer((socket) => socket.destroy());
    server.on('error', ({ code }) => done({ code }));
    server.listen(path, () => {
      server.unref();
      done({ server });
    });
  });
}

/** A name outside the file system, which a killed process cannot leave behind. */
function nameOfFolder() {
  if (process.platform === 'win32') return `\\\\.\\pipe\\biaogan-${digestOfFolder()}`;
  // As long as names may be: versions of Node differ in whether they fill up a shorter one.
  return process.platform === 'linux'
    ? `\0biaogan-${digestOfFolder()}`.padEnd(108, '-')
    : undefined;
}
