import { ResolvedCache } from '../resolvedCache';
import { plain, table } from '../readme/markdown';
import { alertSections } from './sections/alertSections';
import { healthSection } from './sections/healthSection';
import { moveSection } from './sections/moveSection';
import { prepareSection } from './sections/prepareSection';
import { reasonsSection } from './sections/reasonsSection';
import {
  attachSection,
  breakGlassSection,
  lossSection,
  restartSection,
  stoppedSection,
} from './sections/recoverySections';

function headSection(cache: ResolvedCache): string {
  return [
    `# Runbook of cache ${cache.name}`,
    cache.topology === 'replicated'
      ? 'For whoever is on call, with or without the portal. It does not say where the primary is, because that can have changed since it was written: [ask the servers](#is-everything-fine).'
      : 'For whoever is on call, with or without the portal. Every region has a primary of its own with its own data; there is nothing to promote.',
    table(
      ['Region', 'Called', 'Reached from the other regions as'],
      cache.regions.map(({ name, title, host }) => [
        name,
        plain(title),
        cache.topology === 'replicated'
          ? `${host}:${cache.port}`
          : 'not at all',
      ]),
    ),
  ].join('\n\n');
}

/** The runbook of a cache: exact commands, the same whichever region is the primary. */
export function runbook(cache: ResolvedCache): string {
  const replicated =
    cache.topology === 'replicated'
      ? [
          moveSection(cache),
          lossSection(),
          attachSection(cache),
          stoppedSection(cache),
          breakGlassSection(cache),
        ]
      : [];
  const sections = [
    headSection(cache),
    prepareSection(cache),
    healthSection(cache),
    ...replicated,
    restartSection(cache),
    alertSections(cache),
    reasonsSection(),
  ];
  return `${sections.join('\n\n')}\n`;
}
