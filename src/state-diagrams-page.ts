import { renderStateDiagrams } from './rules/lifecycle/state-diagrams.js';
import { hasText, translate } from './text/catalogue.js';

/** `docs/state-diagrams.md`, generated from the lifecycle tables with their Chinese labels. */
export function stateDiagramsPage(): string {
  const label = (key: string) =>
    hasText(key) ? translate('zh-CN', key) : key.slice(key.lastIndexOf('.') + 1);
  return `# ${label('lifecycle.diagrams')}\n\n${renderStateDiagrams(label)}`;
}
