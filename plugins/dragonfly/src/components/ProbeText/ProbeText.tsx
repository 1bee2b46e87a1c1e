import { NodeState } from 'backstage-plugin-dragonfly-common';
import { AgeText } from '../AgeText';
import { Reading } from '../types';

interface ProbeTextProps {
  node: Pick<NodeState, 'probe' | 'vantage' | 'failure' | 'factsObservedAt'>;
  reading: Reading;
}

/** When a node was last asked and from where, whether it answered, and how old its last answer is when it did not. */
export function ProbeText(props: ProbeTextProps) {
  const { node, reading } = props;
  const { probe, vantage, failure, factsObservedAt } = node;
  if (probe.kind === 'never') {
    return <>not probed yet</>;
  }
  const from = vantage ? ` (asked from ${vantage})` : '';
  const age = <AgeText observedAt={probe.observedAt} reading={reading} />;
  if (!failure) {
    return (
      <>
        {'answered '}
        {age}
        {` in ${Math.round(probe.durationMs)} ms${from}`}
        {probe.kind === 'stale' && ', which is too old to trust'}
      </>
    );
  }
  return (
    <>
      {'did not answer '}
      {age}
      {`${from}: ${failure.message} `}
      {factsObservedAt ? (
        <>
          {'Its last answer is from '}
          <AgeText observedAt={factsObservedAt} reading={reading} />.
        </>
      ) : (
        'It has not answered since the portal watches it.'
      )}
    </>
  );
}
