import { expect } from '@jest/globals';
import type { Fields, Visitor } from '../support/visitor.js';
import type { Cast } from './cast.js';
import type { SeatedJudge } from './judging.js';
import { givenScores } from './score-sheet.js';

/**
 * Where the rules ask for anchors: the registrar writes two for each category, the approver confirms them, and
 * every judge scores each and reads how far that was from the reference. Where they do not, nothing is done.
 */
export async function calibrate(
  { registrar, approver }: Cast,
  judges: readonly SeatedJudge[],
  programmeId: string,
): Promise<void> {
  const room = `/office/anchors/${programmeId}`;
  const { visitor } = registrar;
  await visitor.get(room);
  const categories = visitor.page
    .querySelectorAll('input[name=categoryId]')
    .map((field) => field.getAttribute('value')!);
  for (const categoryId of categories) {
    for (let number = 0; number < 2; number += 1) {
      await visitor.get(room);
      await visitor.submit(room, { categoryId });
      await visitor.submit(visitor.path, written(visitor));
      expect(visitor.errors).toEqual([]);
    }
  }
  await visitor.get(room);
  for (const anchor of linksOf(visitor, '/office/anchor-dossiers/')) {
    await approver.visitor.get(anchor);
    await approver.visitor.submit('/confirmation');
    expect(approver.visitor.errors).toEqual([]);
  }
  for (const judge of judges) await scoreAnchors(judge.visitor);
}

function written(visitor: Visitor): Fields {
  const fields: Record<string, string> = { after: 'handOver' };
  for (const select of visitor.page.querySelectorAll('select[name^=points-]')) {
    const name = select.getAttribute('name')!;
    const code = name.slice('points-'.length);
    const points = select.querySelectorAll('option').map((one) => one.getAttribute('value') ?? '');
    fields[name] = points.find((value) => value !== '')!;
    fields[`text-${code}`] = '往年材料摘要，名称已隐去。';
    fields[`reason-${code}`] = '材料齐全，有据可查。';
  }
  return fields;
}

async function scoreAnchors(visitor: Visitor): Promise<void> {
  await visitor.get('/judging');
  for (const anchor of linksOf(visitor, '/judging/anchors/')) {
    await visitor.get(anchor);
    await visitor.submit(anchor, { ...givenScores(visitor, 0), after: 'submit' });
    expect([anchor, visitor.errors]).toEqual([anchor, []]);
    await visitor.submit('/acknowledgement');
  }
}

function linksOf(visitor: Visitor, prefix: string): string[] {
  const links = visitor.page.querySelectorAll(`a[href^="${prefix}"]`);
  return [...new Set(links.map((link) => link.getAttribute('href')!))];
}
