import { RUNBOOK_PATH } from '../monitoring/runbookAnchor';
import { ResolvedCache } from '../resolvedCache';
import { ManifestFile } from '../types';
import { indexPage } from './indexPage';
import { mkdocs } from './mkdocs';
import { runbook } from './runbook';

/** The documentation of a cache as TechDocs; nothing in it depends on which region is the primary. */
export function runbookFiles(cache: ResolvedCache): ManifestFile[] {
  return [
    { path: 'docs/index.md', content: indexPage(cache) },
    { path: RUNBOOK_PATH, content: runbook(cache) },
    { path: 'mkdocs.yml', content: mkdocs(cache) },
  ];
}
