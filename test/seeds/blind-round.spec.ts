import { demoVisitor, startDemo } from '../support/demo-people.js';
import type { TestApp } from '../support/test-app.js';
import type { Visitor } from '../support/visitor.js';

/** The round of the demonstration that is judged without names, as one of its judges meets it. */
describe('the blind round of the demo city', () => {
  let app: TestApp;
  let judge: Visitor;
  let roundId: string;
  let secrets: string[];

  beforeAll(async () => {
    app = await startDemo();
    const round = await app.database.row<{ id: string; categoryId: string }>(
      `SELECT id, category_id FROM round WHERE blind = 1 AND state = 'Open'`,
    );
    roundId = round!.id;
    const merchants = await app.database.rows<{ name: string; receiptNumber: string }>(
      `SELECT m.name, a.receipt_number FROM application a JOIN merchant m ON m.id = a.merchant_id
       WHERE a.category_id = ? AND EXISTS
         (SELECT 1 FROM score_sheet s WHERE s.application_id = a.id AND s.round_id = ?)`,
      [round!.categoryId, roundId],
    );
    secrets = merchants.flatMap(({ name, receiptNumber }) => [name, receiptNumber]);
    judge = await demoVisitor(app, 'Judge');
  }, 120_000);
  afterAll(() => app.stop());

  const clean = (where: string) => {
    expect([where, judge.status]).toEqual([where, 200]);
    expect(secrets.filter((secret) => judge.html.includes(secret))).toEqual([]);
  };
  const sheets = () =>
    app.database.rows<{ id: string; state: string }>(
      `SELECT s.id, s.state FROM score_sheet s JOIN duty d ON d.account_id = s.account_id
       WHERE s.round_id = ? AND s.account_id =
         (SELECT MIN(a.id) FROM account a JOIN duty j ON j.account_id = a.id
          WHERE a.demo = 1 AND j.role = 'Judge') AND d.role = 'Judge' ORDER BY s.position`,
      [roundId],
    );

  it('has something that could leak', () => {
    expect(secrets.length).toBeGreaterThan(10);
  });

  it('names nobody on the list, the sheets, the paper and the page before signing', async () => {
    const own = await sheets();
    expect(own.length).toBeGreaterThan(3);
    for (const { id } of own) {
      for (const page of ['', '/print', '/own']) {
        await judge.get(`/judging/sheets/${id}${page}`);
        clean(page);
      }
    }
    for (const page of ['review', 'sign']) {
      await judge.get(`/judging/rounds/${roundId}/${page}`);
      clean(page);
    }
  });

  it('finds nothing by a name, and answers as to a word that nobody bears', async () => {
    const answers = [];
    for (const word of [secrets[0]!, secrets[1]!, '没有这个词']) {
      await judge.get(`/judging/rounds/${roundId}/review?q=${encodeURIComponent(word)}`);
      answers.push(judge.html.replaceAll(word, '').replaceAll(encodeURIComponent(word), ''));
    }
    const rows = answers.map((html) => html.match(/<tr/g)?.length);
    expect(new Set(rows).size).toBe(1);
  });

  it('gives evidence under a number, without a word of whose it is', async () => {
    const [first] = await app.database.rows<{ id: string }>(
      `SELECT s.id FROM score_sheet s JOIN evidence_link e ON e.application_id = s.application_id
       WHERE s.round_id = ? AND s.account_id =
         (SELECT MIN(a.id) FROM account a JOIN duty j ON j.account_id = a.id
          WHERE a.demo = 1 AND j.role = 'Judge') ORDER BY s.position`,
      [roundId],
    );
    await judge.get(`/judging/sheets/${first!.id}`);
    const hrefs = judge.page
      .querySelectorAll('a[href*="/documents/"], a[href*="/files/"]')
      .map((link) => link.getAttribute('href')!);
    expect(hrefs.length).toBeGreaterThan(0);
    for (const href of hrefs) {
      await judge.get(href);
      expect([href, judge.status]).toEqual([href, 200]);
      const name = decodeURIComponent(String(judge.headers['content-disposition'] ?? ''));
      expect(secrets.filter((secret) => name.includes(secret))).toEqual([]);
    }
  });
});
