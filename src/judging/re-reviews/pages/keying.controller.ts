import { Controller, Get, Param, Post } from '@nestjs/common';
import { ProgrammeQueries } from '../../../programmes/programme.queries.js';
import { Refusal, missing } from '../../../rules/refusal.js';
import { Access } from '../../../web/access/access.decorator.js';
import type { Actor } from '../../../web/actor.js';
import type { RawForm } from '../../../web/forms/parse-value.js';
import type { FieldError } from '../../../web/forms/submitted.js';
import { Me, RawBody } from '../../../web/http/parameters.js';
import { page, redirect } from '../../../web/views/page.js';
import { readSheetInput } from '../../sheets/pages/sheet-input.js';
import { SheetQueries } from '../../sheets/sheet.queries.js';
import { askedItems } from '../asked-items.js';
import { KeyReReviewSheet } from '../key-re-review-sheet.js';
import type { TypedSheet } from '../read-draft.js';
import { ReReviewSheetQueries } from '../re-review-sheet.queries.js';
import { readFindings } from './finding-fields.js';
import { keyingPage, paperFormPage, paperSheetsPage } from './keying.page.js';

type TypedInput = TypedSheet & { readonly errors: readonly FieldError[] };

@Controller('office/re-review-sheets')
export class KeyingController {
  constructor(
    private readonly programmes: ProgrammeQueries,
    private readonly sheets: ReReviewSheetQueries,
    private readonly files: SheetQueries,
    private readonly keySheet: KeyReReviewSheet,
  ) {}

  @Get()
  @Access('standings.lock')
  async list() {
    return page('judging/paper-sheets', paperSheetsPage(await this.sheets.papers()));
  }

  @Get(':id')
  @Access('standings.lock')
  async show(@Param('id') id: string) {
    return page('judging/keying', keyingPage(await this.load(id)));
  }

  @Get(':id/print')
  @Access('standings.lock')
  async print(@Param('id') id: string) {
    return page('judging/sheet-print', paperFormPage(await this.load(id)));
  }

  @Post(':id')
  @Access('standings.lock')
  async key(@Me() me: Actor, @Param('id') id: string, @RawBody() raw: RawForm) {
    let input: TypedInput | null = null;
    try {
      const keyed = await this.keySheet.run(me, id, ({ indicators, figures }) => {
        input = { ...readSheetInput(indicators, raw), findings: readFindings(figures, raw) };
        return input;
      });
      return redirect('/office/re-review-sheets', `judging.keying.done.${keyed}`);
    } catch (error) {
      if (!(error instanceof Refusal) || !input || error.kind !== 'invalid') throw error;
      const { errors } = input as TypedInput;
      const { code, variables, field } = error;
      const found = errors.length ? errors : [{ field: field ?? 'form', code, variables }];
      const sent = { draft: input, errors: found };
      return page('judging/keying', keyingPage({ ...(await this.load(id)), sent }), 422);
    }
  }

  private async load(id: string) {
    const row = await this.sheets.paper(id);
    if (!row) throw missing();
    const { rules } = await this.programmes.rules(row.programmeId);
    return {
      row,
      rules,
      asked: askedItems(rules, row, await this.files.figures(row.applicationId)),
    };
  }
}
