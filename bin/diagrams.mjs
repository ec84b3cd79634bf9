import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { stateDiagramsPage } from '../dist/src/state-diagrams-page.js';

/** `npm run diagrams`: writes the diagrams of the lifecycle tables into docs. */
const target = fileURLToPath(new URL('../docs/state-diagrams.md', import.meta.url));
writeFileSync(target, stateDiagramsPage());
