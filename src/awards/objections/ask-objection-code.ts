import { Injectable } from '@nestjs/common';
import { IssueCode } from '../../accounts/codes/issue-code.js';
import { Database } from '../../database/database.js';
import { checkMobile } from '../../rules/identifiers/contact-identifiers.js';
import { Refusal } from '../../rules/refusal.js';

/**
 * Six digits for whoever has lost the code of an objection. Whether anybody objected with this mobile is
 * not asked here: the same rows are written for every number, and whoever delivers drops what is nobody's.
 */
@Injectable()
export class AskObjectionCode {
  constructor(
    private readonly database: Database,
    private readonly issueCode: IssueCode,
  ) {}

  /** @returns the id by which the digits are asked for */
  async run({ mobile }: { readonly mobile: string }): Promise<string> {
    const checked = checkMobile(mobile);
    if (!checked.ok) throw new Refusal(checked.code, {}, 'mobile');
    return this.database.transaction(() =>
      this.issueCode.run({
        purpose: 'objection',
        channel: 'sms',
        address: checked.value,
        accountId: null,
        field: 'mobile',
      }),
    );
  }
}
