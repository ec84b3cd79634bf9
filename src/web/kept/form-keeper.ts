import { Inject, Injectable } from '@nestjs/common';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { CONFIG } from '../../config/config.module.js';
import type { Config } from '../../config/config.js';
import { Sealer } from '../../database/sealed.js';
import { type Translate, translate } from '../../text/catalogue.js';
import type { Actor } from '../actor.js';
import { Assets } from '../assets.js';
import { typedBefore } from '../errors/typed-before.js';
import { type RawForm, typedTexts } from '../forms/parse-value.js';
import { makeToken } from '../http/form-token.js';
import type { IncomingFile } from '../http/uploaded-file.js';
import { ViewEngine } from '../views/view-engine.js';
import { type FormDraft, type KeptDraft, merchantOfPage } from './form-draft.js';
import { DRAWN, KeptForms, WINDOW, windowOf } from './kept-forms.js';
import type { EarlierText } from './kept-windows.js';
import { KeptUploads } from './kept-uploads.js';
import { labelOf, refill } from './refill.js';

/** Field of the keys of kept files, a box that is ticked until somebody gives the file up. */
const KEPT = '_kept';
const mostKeys = 20;
/** On a form whose fields are kept while they are typed. */
const KEPT_AS_TYPED = 'data-autosave="/session/draft?';

interface WaitingDraft extends FormDraft {
  /** Key of the sentence that says what it is. */
  readonly title: 'web.draft.title' | 'web.draft.typed';
  /** What another window had typed into a field that shows something else. */
  readonly earlier: readonly EarlierText[];
}

/**
 * Gives a form back what was in it: its texts after a sign-in in between, its files after an error
 * beside them. It works on drawn pages, so no form has to know of it.
 */
@Injectable()
export class FormKeeper {
  private readonly sealer: Sealer;

  constructor(
    @Inject(CONFIG) config: Config,
    private readonly engine: ViewEngine,
    private readonly kept: KeptUploads,
    private readonly forms: KeptForms,
    private readonly assets: Assets,
  ) {
    this.sealer = new Sealer(config.secret);
  }

  /** For the person who has just signed in, and whoever that person works for now. */
  keepDraft({ session }: FastifyRequest, actor: Actor | null, draft: FormDraft): void {
    session.draft = {
      action: draft.action,
      merchantId: merchantOfPage(actor, draft.page),
      sealed: this.sealer.seal(JSON.stringify(draft)),
    };
  }

  /** Before the handler: files that were kept count as sent, unless others were chosen instead. */
  async addKept(request: FastifyRequest): Promise<void> {
    const { session } = request;
    if (session?.draft?.action === pathOf(request)) session.draft = undefined;
    if (request.routeOptions.config.takesFiles !== true) return;
    const chosen = new Set(request.uploads.map(({ field }) => field));
    for (const key of new Set(typedTexts(request.form, KEPT).slice(0, mostKeys))) {
      const files = await this.kept.take(key, ownerOf(request));
      if (!files[0] || chosen.has(files[0].field)) continue;
      request.uploads = [...request.uploads, ...files];
    }
  }

  /** The drawn page with what belongs into its form. */
  async fill(request: FastifyRequest, reply: FastifyReply, html: string): Promise<string> {
    if (request.method === 'GET') return this.withDraft(request, reply, html);
    const { uploads } = request;
    if (!uploads?.length) return html;
    const fields = new Map<string, readonly IncomingFile[]>();
    for (const file of uploads) fields.set(file.field, [...(fields.get(file.field) ?? []), file]);
    return this.withFiles(request, html, fields);
  }

  /** A form that was taken needs nothing any more. */
  async forgetTaken(request: FastifyRequest, { statusCode }: FastifyReply): Promise<void> {
    for (const { kept } of request.uploads) if (kept) await this.kept.forget(kept);
    // A page in answer still shows what was typed, unsaved.
    const isSaved = statusCode >= 300 && typedTexts(request.form, DRAWN).length > 0;
    if (isSaved && request.actor) {
      await this.forms.take(request.actor, pathOf(request), request.form);
    }
  }

  /** What was typed is given up: the page shows what is saved. */
  async drop({ session, actor }: FastifyRequest, page: string): Promise<void> {
    const path = page.split('?')[0]!;
    if (session.draft && this.open(session.draft).page.split('?')[0] === path) {
      session.draft = undefined;
    }
    if (actor) await this.forms.drop(actor, path);
  }

  private comma({ lang }: FastifyRequest): string {
    return translate(lang, 'navigation.listComma');
  }

  private open({ sealed }: KeptDraft): FormDraft {
    return JSON.parse(this.sealer.open(sealed)) as FormDraft;
  }

  /** What waits for the form of this page: sent without a session, or typed and never sent. */
  private async draftFor(request: FastifyRequest, html: string): Promise<WaitingDraft | null> {
    const { actor } = request;
    const path = pathOf(request);
    const sent = request.session?.draft;
    if (sent && sent.merchantId === merchantOfPage(actor, path)) {
      const draft = this.open(sent);
      if (draft.page.split('?')[0] === path)
        return { ...draft, title: 'web.draft.title', earlier: [] };
    }
    if (!actor || !html.includes(KEPT_AS_TYPED)) return null;
    const kept = await this.forms.of(actor, path);
    const typed = { action: path, page: path, files: [], title: 'web.draft.typed' } as const;
    return kept && { ...typed, ...kept };
  }

  private async withDraft(
    request: FastifyRequest,
    reply: FastifyReply,
    html: string,
  ): Promise<string> {
    if (reply.statusCode !== 200) return html;
    const draft = await this.draftFor(request, html);
    if (!draft) return html;
    const { lang } = request;
    const t: Translate = (key, variables) => translate(lang, key, variables);
    const notice = (unplaced: readonly string[], differs = true) => {
      const fields = Object.fromEntries(unplaced.map((name) => [name, draft.fields[name]]));
      const others = typedBefore(fields, undefined, t);
      const { length } = [...others, ...draft.earlier];
      if (!differs && length === 0) return '';
      const model = {
        title: draft.title,
        page: draft.page,
        token: makeToken(request, reply),
        files: draft.files.join(this.comma(request)),
        others,
        earlier: draft.earlier.map(({ name, value }) => ({
          label: labelOf(html, name) ?? t('errors.typedOther'),
          value,
        })),
        layout: { assets: this.assets.of('web/draft-notice') },
      };
      return this.engine.fragment('web/draft-notice', model, lang);
    };
    const filled = refill(html, {
      action: draft.action,
      fields: draft.fields,
      opening: notice,
      behindFile: () => '',
    });
    if (filled !== null) return filled;
    // The form has gone meanwhile: at least nothing typed is lost.
    const all = notice(Object.keys(draft.fields));
    return html.replace(/<main\b(?:[^>"]|"[^"]*")*>/, (main) => main + all);
  }

  private async withFiles(
    request: FastifyRequest,
    html: string,
    fields: ReadonlyMap<string, readonly IncomingFile[]>,
  ): Promise<string> {
    const refused = new Set<string>();
    const shown = new Set<string>();
    const action = pathOf(request);
    const look = { action, fields: null, opening: () => '' };
    refill(html, {
      ...look,
      behindFile: (name, isRefused) => ((isRefused ? refused : shown).add(name), ''),
    });
    const keys = new Map<string, string>();
    const full = new Set<string>();
    for (const [field, files] of fields) {
      if (!shown.has(field) || files.some(({ path }) => path === null)) continue;
      const key = files[0]!.kept ?? (await this.kept.keep(ownerOf(request), field, files));
      if (key) keys.set(field, key);
      else full.add(field);
    }
    const filled = refill(html, {
      ...look,
      behindFile: (name) => {
        const files = fields.get(name);
        if (!files) return '';
        const key = keys.get(name) ?? null;
        const names = files.map((file) => file.name).join(this.comma(request));
        const model = { key, names, full: full.has(name) };
        return this.engine.fragment('web/kept-file', model, request.lang);
      },
    });
    return filled ?? html;
  }
}

function ownerOf(request: FastifyRequest) {
  return { accountId: request.actor?.accountId ?? null, action: pathOf(request) };
}

function pathOf({ url }: FastifyRequest): string {
  return url.split('?')[0]!;
}

const KEPT_FORM =
  /<form\b(?:[^>"]|"[^"]*")* data-autosave="\/session\/draft\?[^"]*"(?:[^>"]|"[^"]*")*>/g;

/**
 * So that a save from before the form was taken is told from one of a later page, and two windows from one
 * another: a page in answer to a sent form is still the window that it was sent from.
 */
function withDrawn(html: string, drawn: string, sent: RawForm | null): string {
  if (!html.includes(KEPT_AS_TYPED)) return html;
  const window = (sent && windowOf(sent)) ?? drawn;
  const hidden = [
    [DRAWN, drawn],
    [WINDOW, window],
  ].map(([name, value]) => `<input type="hidden" name="${name}" value="${value}">`);
  return html.replace(KEPT_FORM, (form) => form + hidden.join(''));
}

/** Once the token is known to hold. */
export function addKeptFiles(server: FastifyInstance, keeper: FormKeeper): void {
  server.addHook('preHandler', async (request) => {
    if (request.method === 'POST') await keeper.addKept(request);
  });
}

/** Before the files of the request are removed. */
export function fillForms(server: FastifyInstance, keeper: FormKeeper): void {
  server.addHook('onSend', async (request, reply, payload) => {
    const isPage = String(reply.getHeader('content-type') ?? '').startsWith('text/html');
    if (request.method === 'POST' && reply.statusCode < 400)
      await keeper.forgetTaken(request, reply);
    const asks = request.actor ?? request.uploads?.length;
    if (!isPage || !asks || reply.statusCode >= 500) return payload;
    const html = Buffer.isBuffer(payload) ? payload.toString() : payload;
    if (typeof html !== 'string' || html === '') return payload;
    const sent = request.method === 'POST' ? request.form : null;
    // Before what is kept is read: what another window saves from now on, this page does not show.
    const drawn = new Date().toISOString();
    return Buffer.from(withDrawn(await keeper.fill(request, reply, html), drawn, sent));
  });
}
