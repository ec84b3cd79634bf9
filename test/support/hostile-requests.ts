import type { Handler } from './handlers.js';

export interface HostileRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer | null;
}

/** What the requests are made of, besides rubbish. */
export interface Material {
  readonly routes: readonly Handler[];
  /** Ids of rows that exist. */
  readonly ids: readonly string[];
  /** Names of fields that forms have. */
  readonly fields: readonly string[];
}

/** Numbers in [0, 1), the same for the same seed (mulberry32). */
export function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Encoded as they stand in an address or a form; several cannot be decoded at all. */
const values = [
  '',
  '0',
  '1',
  '-1',
  '2013',
  '1e999',
  'NaN',
  'null',
  'true',
  '99999999999999999999',
  '12.345',
  '2013-02-30',
  '%00',
  'a%00b',
  '%',
  '%zz',
  '%ED%A0%80',
  '%F0%9F%8D%8A',
  '%C0%AE%C0%AE%2F',
  '..%2F..%2Fetc%2Fpasswd',
  '%3Cscript%3Ealert(1)%3C%2Fscript%3E',
  "'%20OR%201%3D1%20--",
  '%7B%7Bx%7D%7D',
  '%EF%BC%9D1%2B1',
  '__proto__',
  'constructor',
  'toString',
  '[]',
  '{"$ne":1}',
  '%E2%80%AE%E6%A1%94',
  '%F0%A0%AE%B7',
  'x'.repeat(190),
  'x'.repeat(1000),
  '%E9%95%BF'.repeat(100),
] as const;

const parameters = ['page', 'lang', 'name', 'year', 'code', 'next', 'category', 'programme', 'tab'];
const odd = [
  '__proto__',
  'constructor',
  'a[b]',
  'a.b',
  '',
  '%00',
  '_csrf',
  'page[]',
  'hasOwnProperty',
];
const methods = ['GET', 'GET', 'GET', 'POST', 'POST', 'POST', 'PUT', 'DELETE', 'OPTIONS', 'HEAD'];
const types = [
  'text/plain',
  'application/xml',
  'application/json; charset=nonsense',
  'multipart/form-data',
  'nonsense',
  '',
];

/** One hostile request after another; `token` is the sender's own, so that bodies reach the handlers. */
export class HostileRequests {
  constructor(
    private readonly material: Material,
    private readonly random: () => number,
  ) {}

  next(cookie: string, token: string): HostileRequest {
    const route = this.one(this.material.routes);
    const method = this.chance(0.8) ? route.method : this.one(methods);
    const path = this.address(route) + this.query();
    const { type, body } = method === 'GET' ? { type: '', body: null } : this.body(token);
    return { method, path, headers: { ...this.headers(cookie), 'content-type': type }, body };
  }

  private address({ path }: Handler): string {
    if (this.chance(0.02)) return `/${this.value()}/${this.value()}`;
    return path.replace(/:(\w+)/g, () => this.value());
  }

  private query(): string {
    if (this.chance(0.4)) return '';
    if (this.chance(0.02)) return `?${'a=1&'.repeat(300)}`;
    return `?${this.pairs(1 + Math.floor(this.random() * 4), parameters).join('&')}`;
  }

  private headers(cookie: string): Record<string, string> {
    return {
      cookie: this.chance(0.05) ? `biaogan=${this.value()}; lang=${this.value()}; ;=;` : cookie,
      // Most as a script asks: making error pages is not what is tried here.
      ...(this.chance(0.7) ? { accept: 'application/json' } : {}),
      ...(this.chance(0.1) ? { 'x-forwarded-for': `${this.value()}, ${this.value()}` } : {}),
      ...(this.chance(0.05) ? { 'if-none-match': '*', range: 'bytes=0-' } : {}),
      ...(this.chance(0.05)
        ? { 'accept-language': this.value(), 'x-csrf-token': this.value() }
        : {}),
    };
  }

  private body(token: string): { type: string; body: Buffer | null } {
    const count = Math.floor(this.random() * 12);
    const chance = this.random();
    if (chance < 0.6) {
      const pairs = [
        `_csrf=${encodeURIComponent(token)}`,
        ...this.pairs(count, this.material.fields),
      ];
      return { type: 'application/x-www-form-urlencoded', body: Buffer.from(pairs.join('&')) };
    }
    if (chance < 0.8) return this.parts(token, count);
    if (chance < 0.92)
      return { type: 'application/json', body: Buffer.from(this.json(token, count)) };
    if (chance < 0.97) return { type: this.one(types), body: Buffer.from(this.value()) };
    return { type: 'application/x-www-form-urlencoded', body: null };
  }

  private parts(token: string, count: number): { type: string; body: Buffer } {
    const part = (name: string, value: string, file = '') =>
      `--b\r\nContent-Disposition: form-data; name="${name}"${file}\r\n\r\n${value}\r\n`;
    let text = part('_csrf', token);
    for (const pair of this.pairs(count, this.material.fields)) {
      const [name = '', value = ''] = pair.split('=');
      text += part(name, this.chance(0.5) ? decoded(value) : value);
    }
    if (this.chance(0.5))
      text += part('file', '%PDF-1.4', `; filename="${this.value().slice(0, 50)}"`);
    text += '--b--\r\n';
    const cut = this.chance(0.2) ? Math.floor(this.random() * text.length) : text.length;
    return { type: 'multipart/form-data; boundary=b', body: Buffer.from(text.slice(0, cut)) };
  }

  private json(token: string, count: number): string {
    const fields = Array.from({ length: count }, () => {
      const value = this.one([
        '1',
        'null',
        '[]',
        '{}',
        '[[1]]',
        '"x"',
        '1e400',
        'true',
        '["a","b"]',
      ]);
      return `${JSON.stringify(this.one(this.material.fields))}:${value}`;
    });
    const text = `{"_csrf":${JSON.stringify(token)}${fields.map((one) => `,${one}`).join('')}}`;
    if (this.chance(0.1)) return text.replace('{', '{"__proto__":{"a":1},');
    return this.chance(0.1) ? text.slice(0, -3) : text;
  }

  private pairs(count: number, names: readonly string[]): string[] {
    const pairs = Array.from({ length: count }, () => {
      const name = this.chance(0.05) ? this.one(odd) : this.one(names);
      return `${name}=${this.value()}`;
    });
    return this.chance(0.3) ? [...pairs, ...pairs] : pairs;
  }

  private value(): string {
    return this.chance(0.5) ? this.one(this.material.ids) : this.one(values);
  }

  private one<T>(list: readonly T[]): T {
    return list[Math.floor(this.random() * list.length)]!;
  }

  private chance(share: number): boolean {
    return this.random() < share;
  }
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
