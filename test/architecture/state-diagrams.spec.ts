import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { stateDiagramsPage } from '../../src/state-diagrams-page.js';

test('docs/state-diagrams.md is what the lifecycle tables give (npm run diagrams)', () => {
  expect(readFileSync('docs/state-diagrams.md', 'utf8')).toBe(stateDiagramsPage());
});
