import { argoCdSection } from '../argoCd';
import { operatorSection } from '../operator';
import { monitoringSection } from '../monitoring';
import { ResolvedCache } from '../resolvedCache';
import { neutralSummaryOf } from '../summary';
import { Deviation, ManifestFile, Provenance } from '../types';
import { endpointsSection } from './endpointsSection';
import { code, list, plain, table } from './markdown';
import {
  applySection,
  filesSection,
  moveSection,
  networkSection,
} from './operationSections';
import { acrossRegionsSection } from './acrossRegionsSection';
import { secretsSection } from './secretsSection';
import { sizingSection } from './sizingSection';
import { startGuardSection } from './startGuardSection';
import { tlsSection } from './tlsSection';

function headSection(cache: ResolvedCache): string {
  const { spec, useCase } = cache;
  const { status } = cache.policy;
  return [
    `# Cache ${cache.name}`,
    status.value === 'accepted'
      ? ''
      : `**The ADR behind this cache is ${status.value} (line ${status.line}).** Ask its authors what holds now before you apply anything.`,
    plain(neutralSummaryOf(cache)),
    spec.description ? plain(spec.description) : '',
    `Owner: ${plain(spec.owner)}. Use case: ${plain(useCase.title)} (ADR line ${useCase.line}).`,
    'These files are generated from the ADR and the request for the cache. Change the request and generate them again instead of editing them; the role files are the exception, because a move of the primary edits them.',
  ]
    .filter(Boolean)
    .join('\n\n');
}

function deviationsSection(deviations: Deviation[]): string {
  return [
    '## Differences from the ADR',
    'The ADR stays the authority; this is everything that is generated otherwise or in addition.',
    table(
      ['Id', 'ADR', 'Line', 'Generated', 'Reason'],
      deviations.map(({ id, adr, generated, reason }) => [
        code(id),
        adr ? code(adr.text) : 'silent',
        adr ? String(adr.line) : '',
        plain(generated),
        plain(reason),
      ]),
    ),
  ].join('\n\n');
}

function notesSection(cache: ResolvedCache): string {
  const { notes } = cache.policy;
  if (notes.length === 0) return '';
  return [
    '## Contradictions in the ADR',
    list(
      notes.map(
        ({ code: id, message, lines }) =>
          `${code(id)} (line ${lines.join(', ')}): ${plain(message)}`,
      ),
    ),
  ].join('\n\n');
}

function provenanceSection(
  cache: ResolvedCache,
  { policyRevision, generatorVersion }: Provenance,
): string {
  const { title, status, dates } = cache.policy;
  const updated = dates.updated ?? dates.created;
  return [
    '## Provenance',
    list([
      `Policy: ${plain(title)} (${status.value}${updated ? `, ${plain(updated.value)}` : ''}), revision ${code(policyRevision)}`,
      `Server: Dragonfly ${plain(cache.settings.serverVersion)}, ${code(cache.settings.image)}`,
      ...(generatorVersion ? [`Generator: ${code(generatorVersion)}`] : []),
    ]),
  ].join('\n\n');
}

/** What the files are, how to apply them, what to know about them, and every difference from the ADR. */
export function readme(
  cache: ResolvedCache,
  deviations: Deviation[],
  provenance: Provenance,
): ManifestFile {
  const sections = [
    headSection(cache),
    filesSection(cache),
    applySection(cache),
    endpointsSection(cache),
    acrossRegionsSection(cache),
    tlsSection(cache),
    startGuardSection(cache),
    secretsSection(cache),
    argoCdSection(cache),
    operatorSection(cache),
    networkSection(cache),
    sizingSection(cache),
    monitoringSection(cache),
    moveSection(cache),
    deviationsSection(deviations),
    notesSection(cache),
    provenanceSection(cache, provenance),
  ];
  return {
    path: 'README.md',
    content: `${sections.filter(Boolean).join('\n\n')}\n`,
  };
}
