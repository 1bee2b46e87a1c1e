import { LocalNetwork } from '../apply';
import { FleetLink } from './fleetLink';

/** How one region of a cache and the others reach each other over the links between them. */
export function networkOf(
  links: readonly FleetLink[],
  region: string,
): LocalNetwork {
  return {
    peers: new Map(
      links
        .filter(({ from }) => from === region)
        .map(({ to, address }) => [to, address]),
    ),
    // With more than two regions each of the others dials this one at an address of its own; this is one of them.
    self: links.find(({ to }) => to === region)?.address,
  };
}
