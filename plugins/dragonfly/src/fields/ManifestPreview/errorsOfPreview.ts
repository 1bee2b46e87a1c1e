import { Finding } from 'backstage-plugin-dragonfly-common';
import { describePreview } from './describePreview';
import { Preview } from './previewOf';

/** What keeps the cache from being created, one sentence each. */
export function errorsOfPreview(
  preview: Preview,
  findings: Finding[],
): string[] {
  switch (preview.kind) {
    case 'incomplete':
    case 'policy-changed':
      return [describePreview(preview)];
    case 'refused':
      return preview.errors.map(({ message }) => message);
    case 'rendered':
      return findings
        .filter(({ severity }) => severity === 'error')
        .map(({ path, line, message }) => `${path}, line ${line}: ${message}`);
    default:
      return preview satisfies never;
  }
}
