import { setTimeout as wait } from 'node:timers/promises';
import { Agent, type Server } from 'node:http';
import { type HTMLElement, parse } from 'node-html-parser';
import { CookieAccessInfo } from 'cookiejar';
import supertest from 'supertest';

export type Fields = Readonly<Record<string, string | readonly string[]>>;

export interface Upload {
  readonly field: string;
  readonly name: string;
  readonly content: Buffer;
}

/** A page as text, a file as the bytes that were sent, whatever its kind. */
function textOrBytes(
  answer: supertest.Response,
  done: (error: Error | null, body: unknown) => void,
): void {
  const chunks: Buffer[] = [];
  const stream = answer as unknown as NodeJS.ReadableStream & { text: string };
  const isText = /text|json|xml;|\+xml/.test(answer.headers['content-type'] ?? '');
  stream.on('data', (chunk: Buffer | string) =>
    chunks.push(Buffer.from(chunk as string, 'binary')),
  );
  stream.on('end', () => {
    const content = Buffer.concat(chunks);
    if (isText) stream.text = content.toString('utf8');
    done(null, isText ? null : content);
  });
}

/** Left open between requests, as a browser's; else a third of the time of a page is the connection. */
const connections = new Agent({ keepAlive: true });

/** A browser without scripts: keeps cookies, follows redirects, fills in the forms it is shown. */
export class Visitor {
  private readonly agent;
  status = 0;
  path = '';
  html = '';
  headers: Record<string, string> = {};
  /** The bytes of a downloaded file; empty for a page. */
  content: Buffer = Buffer.alloc(0);

  /** @param server the application in this process, or the address of another */
  constructor(server: Server | string) {
    this.agent = supertest
      .agent(server)
      .use((request: supertest.Test) => request.agent(connections));
  }

  get page(): HTMLElement {
    return parse(this.html);
  }

  /** Visible text of the page, blanks reduced. */
  get text(): string {
    return this.page.querySelector('main')?.text.replace(/\s+/g, ' ').trim() ?? '';
  }

  /** What is wrong with a form, or what the page of a lost race says. */
  get errors(): string[] {
    if (this.status === 409 && this.page.querySelector('.error-summary li') === null) {
      return this.page.querySelectorAll('main p.lead').map((told) => told.text.trim());
    }
    return this.page.querySelectorAll('.error-summary li').map((item) => item.text.trim());
  }

  async get(path: string, headers: Record<string, string> = {}): Promise<this> {
    const answer = await this.agent.get(path).set(headers).buffer(true).parse(textOrBytes);
    return this.arrive(path, answer);
  }

  /**
   * Fills in and sends the form of the current page whose action is `action` (or contains it);
   * fields not named keep what the page shows, exactly as a browser would send them.
   */
  async submit(
    action: string,
    fields: Fields = {},
    uploads: readonly Upload[] = [],
  ): Promise<this> {
    const forms = this.page
      .querySelectorAll('form')
      .filter((form) => form.getAttribute('method') !== 'get')
      .filter((form) => (form.getAttribute('action') ?? this.path).includes(action));
    const form = forms[0];
    if (!form)
      throw new Error(`No form for ${action} on ${this.path}:\n${this.text.slice(0, 800)}`);
    const target = form.getAttribute('action') ?? this.path;
    const sent = { ...shownFields(form), ...fields };
    if (uploads.length || form.getAttribute('enctype') === 'multipart/form-data') {
      return this.sendFiles(target, sent, uploads);
    }
    return this.post(target, sent);
  }

  /** Fills in the search form of the current page and follows it, as a browser would. */
  async search(action: string, fields: Fields = {}): Promise<this> {
    const form = this.page
      .querySelectorAll('form')
      .find((one) => one.getAttribute('method') === 'get' && one.getAttribute('action') === action);
    if (!form) throw new Error(`No search form for ${action} on ${this.path}`);
    const query = new URLSearchParams();
    for (const [name, value] of Object.entries({ ...shownFields(form), ...fields })) {
      for (const one of [value].flat()) query.append(name, String(one));
    }
    return this.get(`${action}?${query.toString()}`);
  }

  /** Sends a body as it stands, for hostile and broken requests; cookies go along. */
  async post(path: string, fields: Fields, headers: Record<string, string> = {}): Promise<this> {
    const body = new URLSearchParams();
    for (const [name, value] of Object.entries(fields)) {
      for (const one of [value].flat()) body.append(name, String(one));
    }
    const answer = await this.agent
      .post(path)
      .set('content-type', 'application/x-www-form-urlencoded')
      .set(headers)
      .send(body.toString());
    return this.arrive(path, answer);
  }

  /** Sends any body as any type of content. */
  async send(path: string, type: string, body: string): Promise<this> {
    return this.arrive(path, await this.agent.post(path).set('content-type', type).send(body));
  }

  /** A cookie as this browser would send it, `name=value`. */
  cookie(name: string): string {
    const { value } = this.agent.jar.getCookie(name, CookieAccessInfo.All) ?? { value: '' };
    return `${name}=${value}`;
  }

  /** All that a signed-in browser sends: its session, and the secret behind its forms' tokens. */
  get cookies(): string {
    return [this.cookie('biaogan'), this.cookie('biaogan-form')].join('; ');
  }

  /** Keeps what an answer set that came another way, as a browser would. */
  keepCookies(set: readonly string[]): void {
    this.agent.jar.setCookies([...set]);
  }

  /** The token of any form on the current page. */
  get token(): string {
    return this.page.querySelector('input[name=_csrf]')?.getAttribute('value') ?? '';
  }

  /** Waits as a browser does on a page that asks again by itself. */
  async settled(): Promise<this> {
    while (this.page.querySelector('meta[http-equiv=refresh]')) {
      await wait(100);
      await this.get(this.path);
    }
    return this;
  }

  private async sendFiles(path: string, fields: Fields, uploads: readonly Upload[]): Promise<this> {
    let request = this.agent.post(path);
    for (const [name, value] of Object.entries(fields)) {
      for (const one of [value].flat()) request = request.field(name, String(one));
    }
    for (const upload of uploads)
      request = request.attach(upload.field, upload.content, upload.name);
    return this.arrive(path, await request);
  }

  private async arrive(path: string, answer: supertest.Response): Promise<this> {
    this.status = answer.status;
    this.path = path;
    this.html = answer.text ?? '';
    this.content = Buffer.isBuffer(answer.body) ? answer.body : Buffer.alloc(0);
    this.headers = answer.headers;
    const twice = doubledId(this.html);
    if (twice) throw new Error(`${path}: two elements have the id “${twice}”`);
    const location = answer.headers.location;
    return answer.status === 303 && location ? this.get(location) : this;
  }
}

/** A label leads to the first element with an id, so a second one cannot be reached by its own. */
function doubledId(html: string): string | undefined {
  const seen = new Set<string>();
  for (const [, id] of html.matchAll(/<[^>]*? id="([^"]*)"/g)) {
    if (seen.has(id!)) return id;
    seen.add(id!);
  }
  return undefined;
}

function shownFields(form: HTMLElement): Record<string, string | string[]> {
  const fields: Record<string, string | string[]> = {};
  const add = (name: string, value: string) => {
    const known = fields[name];
    fields[name] = known === undefined ? value : [known, value].flat();
  };
  for (const input of form.querySelectorAll('input, select, textarea')) {
    const name = input.getAttribute('name');
    const type = input.getAttribute('type') ?? '';
    if (!name || ['submit', 'button', 'file'].includes(type)) continue;
    if (['checkbox', 'radio'].includes(type)) {
      if (input.hasAttribute('checked')) add(name, input.getAttribute('value') ?? 'on');
    } else if (input.tagName === 'SELECT') {
      const chosen = input.querySelector('option[selected]') ?? input.querySelector('option');
      add(name, chosen?.getAttribute('value') ?? '');
    } else if (input.tagName === 'TEXTAREA') add(name, input.text);
    else add(name, input.getAttribute('value') ?? '');
  }
  return fields;
}
