import { type ChildProcess, spawn } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const project = fileURLToPath(new URL('../../..', import.meta.url));
const started = 'const { writeSync } = require("node:fs"); writeSync(1, "SERVES\\n");';

/** Until the test lets it go on; the log says that it has come so far. */
const waiting = `
  const fs = require('node:fs');
  const tree = process.env.TREE + '/';
  fs.writeFileSync(tree + step + '.pid', String(process.pid));
  fs.appendFileSync(tree + 'log', step + '\\n');
  const pause = () => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20);
  while (fs.existsSync(tree + 'hold-' + step)) pause();`;

/** What each package of the small tree consists of, as a registry would deliver it. */
const packages: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'better-sqlite3': {
    // Loads where it was compiled for this Node, as the real one does.
    'index.js': `const file = __dirname + '/build/Release/better_sqlite3.node';
      const made = require('node:fs').readFileSync(file, 'utf8');
      if (made !== process.versions.modules) throw new Error('made for ' + made);
      module.exports = class { close() {} };`,
  },
  '@nestjs/cli': {
    'bin/nest.js': `const { wait } = require('tool');
      require('node:fs').rmSync('dist', { recursive: true, force: true });
      wait('build');
      require('node:fs').mkdirSync('dist/src', { recursive: true });
      require('node:fs').writeFileSync('dist/src/cli.js', '');`,
  },
  tool: { 'index.js': `exports.wait = (step) => { ${waiting} };` },
};

const npm = `#!/usr/bin/env node
const fs = require('node:fs');
const { join } = require('node:path');
const wait = (step) => { ${waiting} };
const [command] = process.argv.slice(2);
if (command === 'config') {
  console.log('{}');
} else if (command === 'rebuild') {
  wait('rebuild');
  const folder = 'node_modules/better-sqlite3/build/Release';
  fs.mkdirSync(folder, { recursive: true });
  fs.writeFileSync(folder + '/better_sqlite3.node', process.versions.modules);
} else {
  fs.rmSync('node_modules', { recursive: true, force: true });
  const { packages } = JSON.parse(fs.readFileSync('package-lock.json', 'utf8'));
  delete packages[''];
  for (const path of Object.keys(packages)) {
    fs.cpSync(join(__dirname, 'registry', path), path, { recursive: true });
  }
  wait('install');
  fs.writeFileSync('node_modules/.package-lock.json', JSON.stringify({ packages }));
}
`;

/**
 * The real scripts behind `npm start` over three small packages, an npm that installs those, a build
 * and a program that only says that it serves: what a start does about what it finds, in a second.
 */
export class SmallTree {
  readonly folder = mkdtempSync(join(tmpdir(), 'biaogan-small-'));
  private readonly children: ChildProcess[] = [];

  constructor() {
    for (const name of ['bin', 'package.json']) {
      cpSync(join(project, name), join(this.folder, name), { recursive: true });
    }
    for (const lang of ['en', 'zh-CN']) {
      const name = `locales/${lang}/setup.json`;
      cpSync(join(project, name), join(this.folder, name), { recursive: true });
    }
    const lock: Record<string, object> = { '': {} };
    for (const [name, files] of Object.entries(packages)) {
      const entry = { name, version: '1.0.0' };
      lock[`node_modules/${name}`] = { version: '1.0.0', integrity: `sha512-${name}` };
      const from = `elsewhere/registry/node_modules/${name}`;
      this.write(`${from}/package.json`, JSON.stringify(entry));
      for (const [file, text] of Object.entries(files)) this.write(`${from}/${file}`, text);
    }
    this.write('package-lock.json', JSON.stringify({ packages: lock }));
    this.write('elsewhere/package.json', '{"type":"commonjs"}');
    this.write('elsewhere/npm', npm);
    chmodSync(join(this.folder, 'elsewhere/npm'), 0o755);
    this.write('elsewhere/tmp/here', '');
    const assets = `import fs from 'node:fs'; fs.mkdirSync('dist/public', { recursive: true });
      fs.writeFileSync('dist/public/manifest.json', '{}');`;
    this.write('bin/assets.mjs', assets);
    const bundle = `import fs from 'node:fs'; fs.mkdirSync('dist/bundle', { recursive: true });
      fs.writeFileSync('dist/bundle/cli.cjs', ${JSON.stringify(started)});`;
    this.write('bin/bundle.mjs', bundle);
  }

  write(name: string, text: string): void {
    mkdirSync(dirname(join(this.folder, name)), { recursive: true });
    writeFileSync(join(this.folder, name), text);
  }

  read(name: string): string {
    return existsSync(join(this.folder, name)) ? readFileSync(join(this.folder, name), 'utf8') : '';
  }

  remove(name: string): void {
    rmSync(join(this.folder, name), { recursive: true });
  }

  /** The steps that were taken since the last time this was asked. */
  steps(): string[] {
    const steps = this.read('log').split('\n').filter(Boolean);
    this.write('log', '');
    return steps;
  }

  hold(step: string): void {
    this.write(`hold-${step}`, '');
  }

  /** Ends a step as a system does that has no memory left. */
  async killStep(step: string): Promise<void> {
    this.hold(step);
    await this.reaches(step);
    process.kill(Number(this.read(`${step}.pid`)), 'SIGKILL');
    this.remove(`hold-${step}`);
  }

  /** `npm start` in English, in a group of its own; `before` are words in front of it. */
  start(before: readonly string[] = []): SmallStart {
    const path = [join(this.folder, 'elsewhere'), process.env.PATH].join(delimiter);
    const [program, ...words] = [...before, process.execPath, 'bin/start.mjs'];
    const child = spawn(program, words, {
      cwd: this.folder,
      detached: true,
      env: {
        PATH: path,
        LANG: 'en_US.UTF-8',
        TREE: this.folder,
        TMPDIR: join(this.folder, 'elsewhere/tmp'),
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.children.push(child);
    return new SmallStart(child);
  }

  /** Waits until a step has begun, which `hold-<step>` then keeps from ending. */
  async reaches(step: string): Promise<void> {
    await until(() => this.read('log').split('\n').includes(step), `the step ${step}`);
  }

  end(): void {
    for (const { pid } of this.children) {
      try {
        process.kill(-pid!, 'SIGKILL');
      } catch {
        // It has ended by itself.
      }
    }
    rmSync(this.folder, { recursive: true, force: true });
  }
}

export class SmallStart {
  words = '';
  /** Its exit status, or the signal that ended it. */
  readonly ended: Promise<number | string | null>;

  constructor(readonly child: ChildProcess) {
    const keep = (text: string) => (this.words += text);
    child.stdout!.setEncoding('utf8').on('data', keep);
    child.stderr!.setEncoding('utf8').on('data', keep);
    this.ended = new Promise((done) => child.on('exit', (code, signal) => done(code ?? signal)));
  }

  /** All that it said, once it has ended well. */
  async serves(): Promise<string> {
    const status = await this.ended;
    if (status !== 0 || !this.words.includes('SERVES')) {
      throw new Error(`It ended with ${status}: ${this.words}`);
    }
    return this.words;
  }

  async says(part: string): Promise<void> {
    await until(() => this.words.includes(part), `“${part}”`);
  }

  /** Everything of it at once, as a power cut would, or only the process itself. */
  async kill(what: 'all' | 'only the start'): Promise<void> {
    process.kill(what === 'all' ? -this.child.pid! : this.child.pid!, 'SIGKILL');
    await this.ended;
  }
}

async function until(condition: () => boolean, what: string): Promise<void> {
  const began = performance.now();
  while (!condition()) {
    if (performance.now() - began > 30_000) throw new Error(`${what} was waited for in vain`);
    await new Promise((next) => setTimeout(next, 20));
  }
}
