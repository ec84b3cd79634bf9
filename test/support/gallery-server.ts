import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { extname, join } from 'node:path';
import { galleryDocuments } from './gallery-documents.js';
import { galleryModel } from './gallery-model.js';
import { galleryRenderer } from './gallery-renderer.js';

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.svg': 'image/svg+xml',
};

const SECURITY_POLICY =
  "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'";

/** Serves the gallery at `/:lang/:view` under the product's content security policy, on loopback. */
export async function startGallery(root: string): Promise<{ origin: string; server: Server }> {
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    response.setHeader('Content-Security-Policy', SECURITY_POLICY);
    try {
      const page = /^\/(zh-CN|en)\/(\w[\w-]*)$/.exec(path);
      if (page) {
        response.setHeader('Content-Type', 'text/html; charset=utf-8');
        response.end(renderPage(root, page[1] === 'en' ? 'en' : 'zh-CN', page[2] ?? 'index'));
        return;
      }
      response.setHeader('Content-Type', CONTENT_TYPES[extname(path)] ?? 'text/plain');
      response.end(readFileSync(join(root, 'public', path)));
    } catch (error) {
      response.statusCode = 500;
      response.end(String(error));
    }
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The gallery has no port');
  return { origin: `http://127.0.0.1:${address.port}`, server };
}

type Renderer = ReturnType<typeof galleryRenderer>;
const renderers = new Map<string, Renderer>();

/** Templates are compiled once a language. */
function renderPage(root: string, lang: 'zh-CN' | 'en', view: string): string {
  const render = renderers.get(lang) ?? galleryRenderer(root, lang);
  renderers.set(lang, render);
  return render(`gallery/${view}`, { ...galleryModel(lang), ...galleryDocuments });
}
