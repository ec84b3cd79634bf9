import { type Language, translate } from '../../../text/catalogue.js';
import type { ResultsBundle } from '../../../rules/provenance/results-bundle.js';
import { recomputeTexts } from './recompute.page.js';

/**
 * One file with a bundle and the rules that compute it again; it opens from a disk and asks for nothing.
 * @param program the script that `bin/assets.mjs` put together of the rules
 */
export function recomputeFile(bundle: ResultsBundle, program: string, lang: Language): string {
  const title = translate(lang, 'awards.recompute.title');
  const explained = translate(lang, 'awards.recompute.file.about');
  return `<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="content-security-policy" content="default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'">
<title>${title}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>${title}</h1>
<p>${explained}</p>
<div id="result" role="status"></div>
</main>
<script type="application/json" id="bundle">${inScript(JSON.stringify(bundle))}</script>
<script type="application/json" id="texts">${inScript(recomputeTexts({ lang }))}</script>
<script>${program.replaceAll('</script', '<\\/script')}</script>
</body>
</html>
`;
}

/** A name in the bundle must not end the element that it stands in. */
function inScript(json: string): string {
  return json.replaceAll('<', '\\u003c');
}

const STYLE = `:root{color-scheme:light dark}body{font:16px/1.6 system-ui,sans-serif;margin:0 auto;max-width:60rem;padding:1rem}
table{border-collapse:collapse;margin:1rem 0;width:100%}caption{font-weight:600;text-align:start}
th,td{border-block-end:1px solid;padding:.3rem .5rem;text-align:start;overflow-wrap:anywhere}
.number{font-variant-numeric:tabular-nums;text-align:end}.notice{border:2px solid;padding:.6rem}.notice-bad{border-style:double;border-width:4px}
.table-region{overflow-x:auto}`;
