import { expect } from '@jest/globals';
import { readVerifierKey } from '../../src/rules/prooflog/signed-note.js';
import { readLogProof } from '../../src/rules/prooflog/tlog-proof.js';
import { verifyReceipt } from '../../src/rules/prooflog/verify-receipt.js';
import type { Visitor } from './visitor.js';

const LATER = '公开日志目前还没有给出它';

/** The page says that the receipt comes later, and offers nothing; the address of its file is not there. */
export async function expectLater(visitor: Visitor, page: string, file: string): Promise<void> {
  await visitor.get(page);
  expect(visitor.text).toContain(LATER);
  expect(visitor.html).not.toContain(`href="${file}"`);
  for (const path of [file, `${file}/square.svg`]) {
    expect([path, (await visitor.get(path)).status]).toEqual([path, 404]);
  }
}

/** Follows the page to the file and the square, verifies what they are; @returns what the entry says */
export async function receiptOf(visitor: Visitor, page: string): Promise<Record<string, unknown>> {
  await visitor.get('/log/key');
  const key = readVerifierKey(visitor.html.trim())!;
  await visitor.get(page);
  expect(visitor.text).not.toContain(LATER);
  const section = visitor.page.querySelector('.log-receipt')!;
  const file = section.querySelector('a')!.getAttribute('href')!;
  const square = section.querySelector('img')!.getAttribute('src')!;
  const leaf = section.querySelector('code')!.text;
  await visitor.get(square);
  expect(visitor.headers['content-type']).toContain('image/svg+xml');
  await visitor.get(file);
  expect(visitor.headers['content-disposition']).toContain('.tlog-proof');
  const verdict = verifyReceipt(readLogProof(visitor.html)!, key, [], leaf);
  expect(verdict).toMatchObject({ ok: true });
  const said = verdict.ok ? verdict.said.slice(65) : '{}';
  return JSON.parse(said) as Record<string, unknown>;
}
