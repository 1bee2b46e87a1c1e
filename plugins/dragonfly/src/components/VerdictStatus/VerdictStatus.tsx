import { VisuallyHidden } from '@backstage/ui';
import { Verdict } from 'backstage-plugin-dragonfly-common';
import { VerdictBadge } from '../VerdictBadge';

interface VerdictStatusProps {
  /** Name of the cache, so that a change that is read out can be understood on its own. */
  name: string;
  verdict: Verdict;
}

/** The verdict on a cache, read out by assistive technology when it changes. */
export function VerdictStatus(props: VerdictStatusProps) {
  return (
    <span role="status" aria-live="polite">
      <VisuallyHidden>{`${props.name} is `}</VisuallyHidden>
      <VerdictBadge verdict={props.verdict} />
    </span>
  );
}
