const { writeFileSync } = require('node:fs');

/** Preloaded into the started program: what it loaded from `node_modules`, written when it ends. */
if (/bundle.cli\.js$/.test(process.argv[1] ?? '')) {
  process.on('exit', () => {
    const loaded = Object.keys(require.cache).filter((path) => path.includes('node_modules'));
    writeFileSync(process.env.BIAOGAN_LOADED, JSON.stringify(loaded));
  });
}
