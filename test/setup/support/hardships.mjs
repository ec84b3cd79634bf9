import { existsSync, mkdirSync, readdirSync, rmdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** How many packages have arrived in a tree. */
export function countIn(tree) {
  const folder = join(tree, 'node_modules');
  if (!existsSync(folder)) return 0;
  return readdirSync(folder).filter((name) => existsSync(join(folder, name, 'package.json')))
    .length;
}

/** A PATH with everything of this one but the programs named. */
export function withoutPrograms(folder, pattern) {
  mkdirSync(folder, { recursive: true });
  for (const from of process.env.PATH.split(delimiter).filter((one) => existsSync(one))) {
    for (const name of readdirSync(from)) {
      const to = join(folder, name);
      if (!pattern.test(name) && !existsSync(to)) tryLink(join(from, name), to);
    }
  }
  return { PATH: folder };
}

function tryLink(from, to) {
  try {
    symlinkSync(from, to);
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
  }
}

/** Words that put a program under a limit of so many megabytes; needs root and a control group. */
export function limitMemory(megabytes) {
  const name = `biaogan-setup-${process.pid}-${megabytes}`;
  const bytes = String(megabytes * 2 ** 20);
  const old = '/sys/fs/cgroup/memory';
  const group = existsSync(old) ? `${old}/${name}` : `/sys/fs/cgroup/${name}`;
  mkdirSync(group);
  if (existsSync(old)) {
    writeFileSync(`${group}/memory.limit_in_bytes`, bytes);
  } else {
    writeFileSync(`${group}/memory.max`, bytes);
    writeFileSync(`${group}/memory.swap.max`, '0');
  }
  process.on('exit', () => {
    try {
      rmdirSync(group);
    } catch {
      // Something still runs in it.
    }
  });
  return ['sh', '-c', `echo $$ > ${group}/cgroup.procs && exec "$@"`, 'sh'];
}
