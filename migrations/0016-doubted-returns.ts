import { type QueryRunner, TableColumn } from 'typeorm';
import { ForwardMigration } from './support/forward-migration.js';

/**
 * What a merchant has confirmed of the doubts about a return, and whether there are doubts that nobody
 * has confirmed. Returns from before were never asked: an order of less than 5 yuan or more than 5,000, or
 * sales more than twenty times those of the year before, and they wait for the merchant's word. Net sales
 * are in units of 100 yuan.
 */
export class DoubtedReturns1700000000016 extends ForwardMigration {
  readonly name = 'DoubtedReturns1700000000016';

  protected async forward(runner: QueryRunner): Promise<void> {
    const confirmed = { name: 'confirmed_doubts', type: 'text', isNullable: true };
    const doubted = { name: 'doubted', type: 'integer', isNullable: true };
    await runner.addColumn('annual_return', new TableColumn(confirmed));
    await runner.addColumn('annual_return', new TableColumn(doubted));
    await runner.query(`UPDATE annual_return SET doubted = 1
      WHERE (orders > 0 AND net_wan > 0 AND (net_wan / 50.0 > orders OR net_wan * 20.0 < orders))
         OR EXISTS (SELECT 1 FROM annual_return b WHERE b.merchant_id = annual_return.merchant_id
              AND b.year = annual_return.year - 1 AND b.net_wan > 0
              AND annual_return.net_wan / 20.0 > b.net_wan)`);
  }
}
