import {
  CacheConsumer,
  CacheSpec,
  Finding,
  outputChoices,
  OutputField,
  PolicyDocument,
} from 'backstage-plugin-dragonfly-common';
import { OptionWords, outputWords } from '../OutputOptions/outputWords';
import { PreviewValue } from '../types';
import { describeFindings } from './describePreview';
import { Preview } from './previewOf';

function describeConsumers(consumers: CacheConsumer[]): string {
  return (
    consumers
      .map(({ entityRef, namespace }) =>
        namespace ? `${entityRef} in namespace ${namespace}` : entityRef,
      )
      .join(', ') || 'none yet'
  );
}

function describeOutput(spec: CacheSpec, document: PolicyDocument): string {
  const choices = outputChoices(spec, document.policy, document.settings);
  const inForce = (field: OutputField) => {
    const words: Record<string, OptionWords> = outputWords[field].values;
    const choice = choices[field].find(({ inForce: chosen }) => chosen);
    return choice ? words[String(choice.value)].label : 'undecided';
  };
  return [
    inForce('flavour'),
    inForce('secrets'),
    inForce('tls'),
    inForce('crossRegion'),
    inForce('argoCd'),
  ].join('; ');
}

/** What the review page says of a preview, in words; nothing while there are no files. */
export function reviewOf(
  preview: Preview,
  findings: Finding[] | undefined,
  document: PolicyDocument,
): PreviewValue | undefined {
  if (preview.kind !== 'rendered') {
    return undefined;
  }
  const { spec, manifests } = preview;
  const { files, deviations, summary } = manifests;
  return {
    cache: summary,
    consumers: describeConsumers(spec.consumers),
    output: describeOutput(spec, document),
    files: `${files.length} in the folder "${spec.name}"`,
    differences: `${deviations.length}, each with its reason in the README`,
    findings: describeFindings(findings),
  };
}
