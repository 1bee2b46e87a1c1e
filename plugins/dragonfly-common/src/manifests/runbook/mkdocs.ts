import { stringify } from 'yaml';
import { ResolvedCache } from '../resolvedCache';

/** How TechDocs builds the documentation. */
export function mkdocs(cache: ResolvedCache): string {
  return `# How TechDocs builds docs/.\n${stringify({
    site_name: `Cache ${cache.name}`,
    nav: [{ Cache: 'index.md' }, { Runbook: 'runbook.md' }],
    plugins: ['techdocs-core'],
  })}`;
}
