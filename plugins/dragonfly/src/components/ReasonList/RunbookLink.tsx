import { Link } from '@backstage/ui';
import {
  Reason,
  runbookAnchors,
  runbookSectionUrl,
} from 'backstage-plugin-dragonfly-common';

interface RunbookLinkProps {
  reason: Reason;
  /** Address of the cache's runbook, as its declaration has it. */
  runbookUrl: string;
}

/** Leads to what the cache's runbook says of a reason: outside of the portal, so that it is known before it is needed. */
export function RunbookLink(props: RunbookLinkProps) {
  const { reason, runbookUrl } = props;
  return (
    <Link
      href={runbookSectionUrl(runbookUrl, runbookAnchors[reason.code])}
      target="_blank"
      rel="noopener"
      // Several of them stand in one list.
      aria-label={`Runbook: ${reason.title} (opens in a new tab)`}
    >
      Runbook
    </Link>
  );
}
