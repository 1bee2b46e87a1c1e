import {
  describeAmount,
  describeLag,
  ReplicaLag,
} from 'backstage-plugin-dragonfly-common';
import { AgeText } from '../AgeText';
import { Reading } from '../types';

interface LagTextProps {
  lag: ReplicaLag;
  reading: Reading;
}

/** How far a replica is behind: time and amount, each with unit, method and error bound, and how old that is. */
export function LagText(props: LagTextProps) {
  const { lag, reading } = props;
  return (
    <>
      {`${describeLag(lag.time)}; ${describeAmount(lag.amount)}; observed `}
      <AgeText observedAt={lag.observedAt} reading={reading} />
    </>
  );
}
