import { EvidenceLink } from '../../src/applications/evidence-link.entity.js';
import { createHash } from 'node:crypto';
import { Document } from '../../src/documents/document.entity.js';
import type { DemoApplication } from './applications.js';
import { type City, at } from './city.js';
import type { Dice } from './dice.js';
import { barChartPng, pdfOf } from './evidence-files.js';
import type { Cast } from './people.js';
import type { DemoProgramme } from './programme-rows.js';

/** Which indicators the two sample papers of an application prove. */
const PROVEN = {
  G: { list: ['G11', 'G13'], chart: 'G3' },
  Y: { list: ['Y14', 'Y15'], chart: 'Y1' },
  N: { list: ['N12', 'N11'], chart: 'N7' },
} as const;

/** A list in PDF and a chart in PNG, both real files, tied to the indicators they prove. */
export function addEvidence(
  city: City,
  dice: Dice,
  programme: DemoProgramme,
  application: DemoApplication,
): void {
  const { id, agentId, submittedAt, category, receiptNumber, row } = application;
  const blind = programme.blind.includes(category);
  const starters = row.answers?.rows['starters'] ?? [];
  const list = pdfOf([
    `${programme.dataYear}年帮扶与公益名单（演示材料）`,
    // Whoever judges without names knows the file by another number.
    ...(blind ? [] : [`申报编号：${receiptNumber}`]),
    ...starters.map(({ name, since, help }, i) => `${i + 1}. ${name}，${since}，${help}`),
  ]);
  const months = Array.from({ length: 12 }, () => dice.whole(40, 120));
  const chart = barChartPng(months);
  const owner = {
    ownerType: 'application',
    ownerId: id,
    uploadedBy: agentId,
    uploadedAt: submittedAt,
  };
  const listId = addDocument(city, dice, list, {
    ...owner,
    ...(blind && blindCopy(list, 'application/pdf')),
    name: '帮扶与公益名单.pdf',
    contentType: 'application/pdf',
  });
  const chartId = addDocument(city, dice, chart, {
    ...owner,
    ...(blind && blindCopy(chart, 'image/png')),
    name: '后台月度订单.png',
    contentType: 'image/png',
  });
  const proven = PROVEN[category];
  const links = [
    ...proven.list.map((indicator) => ({ documentId: listId, indicator, caption: '名单与时间' })),
    { documentId: chartId, indicator: proven.chart, caption: '后台月度订单截图' },
  ];
  for (const link of links) {
    city.rows.add(EvidenceLink, {
      id: dice.id(),
      applicationId: id,
      ...link,
      createdAt: submittedAt,
    });
  }
}

/** The signed recommendation form; the place of the seal stays empty. */
export function addRecommendationScan(
  city: City,
  dice: Dice,
  cast: Cast,
  programme: DemoProgramme,
  { id, receiptNumber, merchant }: DemoApplication,
): string {
  const { name, code } = merchant.division;
  const scan = pdfOf([
    `${programme.year}年示范网商评选推荐意见表（演示材料）`,
    `推荐单位：${name}电子商务主管部门`,
    `申报编号：${receiptNumber}`,
    '推荐意见见系统记录。',
    '（此处盖章）',
  ]);
  return addDocument(city, dice, scan, {
    ownerType: 'recommendation',
    ownerId: id,
    name: '推荐意见表.pdf',
    contentType: 'application/pdf',
    uploadedBy: cast.divisions[code]!.reviewer,
    uploadedAt: at(programme.phase('DivisionReview').to),
  });
}

/** These files are drawn without any data about themselves, so that there is nothing to take out. */
function blindCopy(content: Buffer, blindType: string): Partial<Document> {
  return { blindHash: createHash('sha256').update(content).digest('hex'), blindType };
}

type NewDocument = Omit<Partial<Document>, 'id' | 'hash' | 'size'>;

function addDocument(city: City, dice: Dice, content: Buffer, document: NewDocument): string {
  const hash = createHash('sha256').update(content).digest('hex');
  const id = dice.id();
  city.files.set(hash, content);
  city.rows.add(Document, { id, hash, size: content.length, ...document });
  return id;
}
