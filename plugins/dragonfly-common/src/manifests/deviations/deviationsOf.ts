import { operatorDeviations } from '../operator/operatorDeviations';
import { ResolvedCache } from '../resolvedCache';
import { Deviation } from '../types';
import { accessDeviations } from './accessDeviations';
import { argumentDeviations } from './argumentDeviations';
import { metricDeviations } from './metricDeviations';
import { podDeviations } from './podDeviations';
import { pathDeviations } from './pathDeviations';
import { replicaDeviations } from './replicaDeviations';

/**
 * Every difference between the ADR's text and what is generated, each with its reason. The ADR stays the authority:
 * nobody has to compare the two to find out.
 */
export function deviationsOf(cache: ResolvedCache): Deviation[] {
  return [
    ...argumentDeviations(cache),
    ...replicaDeviations(cache),
    ...accessDeviations(cache),
    ...pathDeviations(cache),
    ...(cache.flavour === 'operator'
      ? operatorDeviations(cache)
      : podDeviations(cache)),
    ...metricDeviations(cache),
  ];
}
