import { expect, test } from '@jest/globals';
import { KeptDrawings } from './kept-drawings.js';
import { readTemplates } from './source-templates.js';

test('a part is drawn once for each content and language', () => {
  const drawn: string[] = [];
  const kept = new KeptDrawings((name, content, lang) => {
    drawn.push(`${name} ${JSON.stringify(content)} ${lang}`);
    return `<p>${drawn.length}</p>`;
  });
  const ask = (name: string, content: object, lang: 'zh-CN' | 'en') => kept.of(name, content, lang);
  expect(ask('step', { points: 1 }, 'zh-CN')).toBe('<p>1</p>');
  expect(ask('step', { points: 1 }, 'zh-CN')).toBe('<p>1</p>');
  expect(ask('step', { points: 2 }, 'zh-CN')).toBe('<p>2</p>');
  expect(ask('step', { points: 1 }, 'en')).toBe('<p>3</p>');
  expect(ask('other', { points: 1 }, 'zh-CN')).toBe('<p>4</p>');
  expect(drawn).toHaveLength(4);
});

/** Names after `mark` in a template. */
const namesIn = (text: string, mark: RegExp) => [...text.matchAll(mark)].map(([, name]) => name!);

test('a kept part shows nothing but its content: the page around it, its token above all, is not in the key', () => {
  const texts = new Map(readTemplates().map(({ name, text }) => [name, text]));
  const kept = [...texts.values()].flatMap((text) => namesIn(text, /\{\{kept '([^']+)'/g));
  expect(kept).toContain('judging/score-step');
  const reached = new Set<string>();
  const reach = (name: string) => {
    if (reached.has(name)) return;
    reached.add(name);
    for (const inner of namesIn(texts.get(name)!, /\{\{(?:#>|>) ([\w/-]+)/g)) reach(inner);
  };
  kept.forEach(reach);
  const named = [...reached].flatMap((name) =>
    namesIn(texts.get(name)!, /(@root[\w.]*)/g).map((what) => `${name}: ${what}`),
  );
  expect(named).toEqual(['partials/icon: @root.layout.assets.icons']);
});
