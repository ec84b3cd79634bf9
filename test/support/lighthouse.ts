import { pathToFileURL } from 'node:url';
import { auditTool } from './audit-tool.js';

const categories = ['performance', 'accessibility', 'best-practices', 'seo'] as const;

export interface Asked {
  readonly url: string;
  /** Of a browser that `launchBrowser` started. */
  readonly port: number;
  readonly form: 'phone' | 'desk';
  /** Of somebody who is signed in. */
  readonly cookies: string | null;
  /** Pages that are nobody's to search are kept from search engines. */
  readonly isSearched: boolean;
}

interface Audit {
  readonly score: number | null;
  readonly displayValue?: string;
}

interface Outcome {
  readonly lhr: {
    readonly categories: Record<
      string,
      { score: number; auditRefs: readonly { id: string; weight: number }[] }
    >;
    readonly audits: Record<string, Audit>;
  };
}

interface Library {
  readonly default: (url: string, flags: object, config?: object) => Promise<Outcome>;
  readonly desktopConfig: object;
}

const file = auditTool('lighthouse/core/index.js');
export const lighthouseIsThere = file !== null;

/** @returns each category below the least score, with what it lost points for */
export async function lighthouse(asked: Asked, least: number): Promise<string[]> {
  const library = (await import(pathToFileURL(file!).href)) as Library;
  const flags = {
    port: asked.port,
    logLevel: 'silent',
    onlyCategories: categories,
    disableFullPageScreenshot: true,
    skipAudits: asked.isSearched ? [] : ['is-crawlable'],
    extraHeaders: asked.cookies ? { Cookie: asked.cookies } : {},
  };
  const config = asked.form === 'desk' ? library.desktopConfig : undefined;
  const { lhr } = await library.default(asked.url, flags, config);
  return categories.flatMap((name) => {
    const { score, auditRefs } = lhr.categories[name]!;
    if (score * 100 >= least) return [];
    const lost = auditRefs
      .filter(({ id, weight }) => weight > 0 && (lhr.audits[id]?.score ?? 1) < 0.95)
      .map(({ id }) => `${id} ${lhr.audits[id]!.displayValue ?? ''}`.trim());
    return [`${name} ${Math.round(score * 100)}: ${lost.join(', ')}`];
  });
}
