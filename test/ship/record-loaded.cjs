const { writeFileSync } = require('node:fs');

/** Preloaded into the started program: what it loaded from `node_modules`, and of how
 * many of its own files the code lay ready, written when it ends. */
if (/bundle.cli\.cjs$/.test(process.argv[1] ?? '')) {
  process.on('exit', () => {
    const all = Object.keys(require.cache);
    const loaded = all.filter((path) => path.includes('node_modules'));
    const code = require(all.find((path) => path.endsWith('kept-code.cjs'))).counts();
    writeFileSync(process.env.BIAOGAN_LOADED, JSON.stringify({ loaded, code }));
  });
}
