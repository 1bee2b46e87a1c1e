import {
  Finding,
  PolicyDocument,
  validateManifests,
} from 'backstage-plugin-dragonfly-common';
import { Preview } from './previewOf';

/** What the checks find in the files of a preview; nothing while there are none. Pure. */
export function findingsOf(
  preview: Preview,
  { policy, settings }: PolicyDocument,
): Finding[] {
  return preview.kind === 'rendered'
    ? validateManifests(preview.manifests, preview.spec, policy, settings)
    : [];
}
