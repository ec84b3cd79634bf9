import { describe, expect, test } from '@jest/globals';
import { projectFiles } from './project-files.js';

/** The reader itself, and what stands before it: the language, wanted even for a refused address. */
const reader = /^src\/web\/http\//;

const raw: readonly (readonly [string, RegExp])[] = [
  ['a parameter decorator of Nest', /@(Query|Body|Session|UploadedFiles?)\(/],
  [
    'a decorator of Nest in an import',
    /import \{[^}]*\b(Query|Body|HostParam)\b[^}]*\} from '@nestjs\/common'/,
  ],
  ['the query or body of a request', /\b(request|req)(\.raw)?\.(query|body|rawBody)\b/],
  [
    'the query or body taken out of a request',
    /\{[^}]*\b(query|body)\b[^}]*\}(: FastifyRequest| = request)\b/,
  ],
  [
    'an address taken from the request, not by `addressOf`',
    /\b(request|req)\.(ip|ips|hostname|host)\b/,
  ],
];

function findings(path: string, text: string): string[] {
  return raw.filter(([, pattern]) => pattern.test(text)).map(([name]) => `${path}: ${name}`);
}

describe('what people send', () => {
  test('is read in one place', () => {
    const sources = projectFiles('src', '.ts').filter(
      ({ path }) => !reader.test(path) && !path.endsWith('.spec.ts'),
    );
    expect(sources.length).toBeGreaterThan(300);
    expect(sources.flatMap(({ path, text }) => findings(path, text))).toEqual([]);
  });

  test.each([
    "show(@Query('name') name: string)",
    'show(@Query() asked: object)',
    "import { Controller, Query } from '@nestjs/common';",
    'const { name } = request.query;',
    'const x = request.body;',
    'show({ query }: FastifyRequest)',
    'const { body } = request',
    'take(request.ip)',
  ])('%s is found', (text) => {
    expect(findings('x.ts', text)).not.toEqual([]);
  });
});
