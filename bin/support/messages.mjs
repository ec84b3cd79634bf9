// Kept to the syntax of Node 12, as node-version.mjs is.
import { readFileSync } from 'fs';

/** The sentence `key` of `locales/<language>/setup.json` with its `{variables}` filled in. */
export function sentence(key, variables) {
  const file = new URL('../../locales/' + language() + '/setup.json', import.meta.url);
  const text = JSON.parse(readFileSync(file, 'utf8'))['setup.' + key];
  return text.replace(/\{(\w+)\}/g, (whole, name) => String((variables || {})[name]));
}

/** Progress goes to stderr, so that `--json` output on stdout stays clean. */
export function say(key, variables) {
  process.stderr.write(sentence(key, variables) + '\n');
}

/** The last words of a start that cannot go on. */
export function stop(key, variables) {
  say(key, variables);
  process.exit(1);
}

/** The shell's language where it is English, otherwise the office's own. */
function language() {
  const environment = process.env;
  const chosen = environment.LC_ALL || environment.LC_MESSAGES || environment.LANG || '';
  return /^en/i.test(chosen) ? 'en' : 'zh-CN';
}
