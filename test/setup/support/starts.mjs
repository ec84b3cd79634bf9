import { spawn } from 'node:child_process';
import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { createServer } from 'node:net';
import { delimiter, dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** Minutes for the first page on a loaded machine that compiles the database component. */
const patienceSeconds = 900;

/** Settings of whoever runs this must not reach the tree under test. */
export function environmentOf({ node, env = {} }) {
  const inherited = Object.entries(process.env).filter(
    ([name]) => !/^(npm_|NODE_OPTIONS|DATABASE_URL|DATA_DIR|PORT|LANG|LC_)/.test(name),
  );
  const path = node ? [dirname(node), process.env.PATH].join(delimiter) : process.env.PATH;
  return {
    ...Object.fromEntries(inherited),
    PATH: path,
    npm_config_update_notifier: 'false',
    ...env,
  };
}

/** `npm start` in a tree; `before` are words in front of it, such as those that change the account. */
export async function npmStart(tree, options = {}) {
  const port = await freePort();
  const dataFolder = options.dataFolder ?? join(tree, 'data');
  const words = [...(options.before ?? []), ...(options.command ?? ['npm', 'start'])];
  const child = spawn(words[0], words.slice(1), {
    cwd: tree,
    env: { ...environmentOf(options), PORT: String(port), DATA_DIR: dataFolder },
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const start = { child, port, output: '', ended: null };
  const keep = (piece) => (start.output += piece);
  child.stdout.setEncoding('utf8').on('data', keep);
  child.stderr.setEncoding('utf8').on('data', keep);
  child.on('error', (error) => (start.ended = { code: error.code }));
  child.on('close', (code, signal) => (start.ended = { code, signal }));
  return start;
}

/** The last thing a case waits for; whatever still runs is ended. */
export async function serves(start, pages = ['/', '/notices', '/awards']) {
  const address = `http://127.0.0.1:${start.port}`;
  await until(start, 'a first page', async () => (await statusOf(address)) === 200);
  for (const page of pages) {
    const status = await statusOf(address + page);
    if (status !== 200) throw new Error(`${page} answers ${status}`);
  }
  await end(start, 'SIGTERM');
}

/** It stops by itself, and its last line is the sentence of this key. */
export async function refuses(start, key, seconds = patienceSeconds) {
  const began = Date.now();
  while (!start.ended) {
    if (Date.now() - began > seconds * 1000) {
      await end(start, 'SIGKILL');
      throw new Error(`still running after ${seconds} s:\n${tail(start)}`);
    }
    await sleep(100);
  }
  if (start.ended.code === 0) throw new Error('it ended with 0');
  const last = start.output.trim().split('\n').at(-1);
  if (!patternOf(key).test(last)) throw new Error(`the last line is another one:\n${tail(start)}`);
}

/** Either is a good end where the machine decides how far it comes. */
export async function servesOrRefuses(start, key) {
  const address = `http://127.0.0.1:${start.port}`;
  while (!start.ended && (await statusOf(address)) !== 200) await sleep(200);
  await (start.ended ? refuses(start, key) : serves(start));
}

/** Waits for a moment of the start, then kills everything of it at once, as a power cut would. */
export async function killedWhen(start, what, condition) {
  await until(start, what, condition);
  await end(start, 'SIGKILL');
}

export async function until(start, what, condition) {
  const began = Date.now();
  while (!(await condition())) {
    if (start.ended) throw new Error(`it ended before ${what}:\n${tail(start)}`);
    if (Date.now() - began > patienceSeconds * 1000) {
      await end(start, 'SIGKILL');
      throw new Error(`no ${what} after ${patienceSeconds} s:\n${tail(start)}`);
    }
    await sleep(100);
  }
}

async function end(start, signal) {
  try {
    process.kill(-start.child.pid, signal);
  } catch {
    return; // It was gone already.
  }
  while (!start.ended) await sleep(50);
}

/** True once the start has said the sentence of this key, in either language. */
export function said(start, key) {
  return start.output.split('\n').some((line) => patternOf(key).test(line));
}

/** The process below a start whose arguments hold a word. */
export function processOf(start, word) {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .find((pid) => {
      const [command, group] = processAt(pid);
      return group === start.child.pid && command.includes(word);
    });
}

function processAt(pid) {
  try {
    readlinkSync(`/proc/${pid}/exe`);
    const status = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const afterName = status.slice(status.lastIndexOf(')') + 2).split(' ');
    return [
      readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').join(' '),
      Number(afterName[2]),
    ];
  } catch {
    return ['', 0];
  }
}

/** A sentence with anything where its variables stand. */
function patternOf(key) {
  const texts = ['zh-CN', 'en'].map(
    (lang) => sentences(lang)[`setup.${key}`] ?? missing(`no sentence setup.${key}`),
  );
  const plain = texts.map((text) =>
    text.replace(/[.*+?^$()|[\]\\]/g, '\\$&').replace(/\{\w+\}/g, '.+'),
  );
  return new RegExp(`^(${plain.join('|')})$`);
}

function missing(message) {
  throw new Error(message);
}

function sentences(lang) {
  const file = new URL(`../../../locales/${lang}/setup.json`, import.meta.url);
  return JSON.parse(readFileSync(file, 'utf8'));
}

async function statusOf(address) {
  try {
    return (await fetch(address, { signal: AbortSignal.timeout(10_000) })).status;
  } catch {
    return 0;
  }
}

function tail({ output }) {
  return output.trim().split('\n').slice(-15).join('\n');
}

function freePort() {
  return new Promise((done) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => done(port));
    });
  });
}
