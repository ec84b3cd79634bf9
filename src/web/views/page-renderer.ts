import { Inject, Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { whereToGoOn } from '../errors/where-to-go-on.js';
import { Clock } from '../../config/clock.js';
import { CONFIG } from '../../config/config.module.js';
import type { Config } from '../../config/config.js';
import { beijingDate } from '../../rules/calendar/beijing-time.js';
import { translate } from '../../text/catalogue.js';
import { formatMonthDay } from '../../text/format.js';
import { allows } from '../access/policies.js';
import { Assets } from '../assets.js';
import { DrawnForm } from '../forms/draw-form.js';
import type { Flash, Layout } from '../layout-model.js';
import type { PageContext, Translate } from '../page-context.js';
import { makeToken } from '../http/form-token.js';
import { FlashCookie } from '../sessions/flash-cookie.js';
import { KeptPart } from './kept-part.js';
import { navigation } from './navigation.js';
import type { Page, PageFrame } from './page.js';
import { ViewEngine } from './view-engine.js';

/** Turns a page into HTML for one reader: language, menu, token and flash are added here only. */
@Injectable()
export class PageRenderer {
  constructor(
    private readonly engine: ViewEngine,
    @Inject(CONFIG) private readonly config: Config,
    private readonly clock: Clock,
    private readonly assets: Assets,
    private readonly flashes: FlashCookie,
  ) {}

  /** As bytes: a long text would be walked once for its length and again for the socket. */
  render(page: Page, request: FastifyRequest, reply: FastifyReply): Buffer {
    const context = this.context(request);
    const model = page.build(context);
    const layout = this.layout(page, model, request, reply, context.t);
    const html = this.engine.render(page.template, model, layout);
    const part = Object.values(model).find((value) => value instanceof KeptPart);
    return part ? Buffer.concat(part.insertInto(html)) : Buffer.from(html);
  }

  /** A part of a page that many readers share; nothing of a reader may be in its model. */
  fragment(template: string, model: object, lang: PageContext['lang']): KeptPart {
    return new KeptPart(this.engine.fragment(template, model, lang));
  }

  context(request: FastifyRequest): PageContext {
    const t: Translate = (key, variables) => translate(request.lang, key, variables);
    return {
      lang: request.lang,
      t,
      actor: request.actor,
      now: this.clock.now(),
      office: this.config.office.name || t('office.name'),
      path: request.url.split('?')[0]!,
      draw: (form, scope) => new DrawnForm(form, t, request.lang, scope),
    };
  }

  /** The office moves the date of a demonstration; everybody else is told what it is. */
  private demo({ actor, lang }: FastifyRequest): Layout['demo'] {
    return actor && allows('office', actor)
      ? { href: '/office/demo-clock', day: formatMonthDay(lang, beijingDate(this.clock.now())) }
      : { href: '#demo', day: null };
  }

  private said(request: FastifyRequest, reply: FastifyReply, t: Translate): Flash | null {
    const flash = this.flashes.take(request, reply);
    return flash && { kind: 'good', text: t(flash.key, flash.variables) };
  }

  private layout(
    page: Page,
    model: PageFrame,
    request: FastifyRequest,
    reply: FastifyReply,
    t: Translate,
  ): Layout {
    const path = request.url.split('?')[0]!;
    const other = request.lang === 'zh-CN' ? 'en' : 'zh-CN';
    const { office } = this.config;
    const officeName = office.name || t('office.name');
    const needsToken = request.actor !== null || this.engine.hasForm(page.template);
    return {
      title: hasErrors(model) ? t('design.titleWithErrors', { title: model.title }) : model.title,
      description: t('design.description', { title: model.title, office: officeName }),
      lang: request.lang,
      otherLang: {
        lang: other,
        label: translate(other, 'navigation.thisLanguage'),
        href: inLanguage(request, other),
      },
      nav: navigation(request.actor, path, t),
      account: request.actor
        ? {
            id: request.actor.accountId,
            name: request.actor.name,
            dutyLabel: dutyLabel(request, t),
            unread: request.actor.unreadMessages ?? 0,
          }
        : null,
      window: windowOf(request, t),
      csrfToken: needsToken ? makeToken(request, reply) : null,
      flash: this.said(request, reply, t),
      breadcrumbs: model.breadcrumbs,
      refreshSeconds: model.refreshSeconds ?? null,
      demo: this.config.demo ? this.demo(request) : null,
      office: {
        name: officeName,
        telephone: office.telephone || t('office.telephone'),
        address: office.address || t('office.address'),
        siteId: office.siteId || null,
        icp: office.icp || null,
      },
      assets: this.assets.of(page.template),
      path,
    };
  }
}

/** The same page in another language; what answers a form has no address of its own to read again. */
function inLanguage(request: FastifyRequest, language: string): string {
  const reads = request.method === 'GET' || request.method === 'HEAD';
  const [path, asked] = (reads ? request.url : whereToGoOn(request)).split('?');
  const query = new URLSearchParams(asked ?? '');
  query.set('lang', language);
  return `${path}?${query.toString()}`;
}

/** On a merchant's page that a clerk fills in: for whom. */
function windowOf({ actor }: FastifyRequest, t: Translate): Layout['window'] {
  if (!actor?.clerk || !actor.window) return null;
  const { id, receiptNumber, merchantName } = actor.window;
  const merchant = merchantName ?? t('applications.window.unregistered');
  return {
    href: `/office/window/${id}`,
    text: t('applications.window.strip', { number: receiptNumber, merchant }),
  };
}

function dutyLabel(request: FastifyRequest, t: Translate): string {
  const roles = new Set((request.actor?.clerk ?? request.actor)?.duties.map((duty) => duty.role));
  return [...roles].map((role) => t(`role.${role}`)).join(t('navigation.listComma'));
}

/** A form that was refused says so in the title already, which is what a screen reader says first. */
function hasErrors(model: PageFrame): boolean {
  const { summary } = model as { readonly summary?: { readonly errors?: readonly unknown[] } };
  return (summary?.errors?.length ?? 0) > 0;
}
