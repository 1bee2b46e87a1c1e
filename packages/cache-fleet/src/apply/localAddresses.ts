import { Address } from '../servers/types';
import { readPodFile } from './podFiles';
import { flagValue, serverSettings } from './serverSettings';
import { findStartGuard } from './startGuard';
import { RegionManifests, SecretValues } from './types';

/** How a region and the other regions reach each other on this machine. */
export interface LocalNetwork {
  /** Where this region dials each other region. */
  peers: ReadonlyMap<string, Address>;
  /** Where the other regions dial this one; absent when none does. */
  self?: Address;
}

/** Replaces something of the cluster in a text by what takes its place on this machine. */
export type Localise = (text: string) => string;

interface Place {
  cluster: Address;
  local: Address;
}

/** Reads `host:port`, in brackets when the host has colons. */
export function parseAddress(text: string): Address | undefined {
  const [, host, port] = /^(.+):(\d+)$/.exec(text) ?? [];
  return host
    ? { host: host.replace(/^\[|\]$/g, ''), port: Number(port) }
    : undefined;
}

function guardedPlaces(
  manifests: RegionManifests,
  secrets: SecretValues,
  { peers, self }: LocalNetwork,
): Place[] {
  const guard = findStartGuard(manifests.workload);
  if (!guard) return [];
  const { mounts } = guard.container;
  return readPodFile(manifests, mounts, secrets, guard.nodesFile)
    .split('\n')
    .flatMap((line): Place[] => {
      const [region, host, port] = line.trim().split(/\s+/);
      const local = region === manifests.region ? self : peers.get(region);
      return local && port
        ? [{ cluster: { host, port: Number(port) }, local }]
        : [];
    });
}

function declaredPlaces(
  manifests: RegionManifests,
  secrets: SecretValues,
  { peers }: LocalNetwork,
  source: string | undefined,
): Place[] {
  const replicaOf = flagValue(serverSettings(manifests, secrets), 'replicaof');
  const cluster = replicaOf && parseAddress(replicaOf);
  const local = source === undefined ? undefined : peers.get(source);
  return cluster && local ? [{ cluster, local }] : [];
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

/**
 * Replaces the addresses that other regions have in the cluster by the links that lead to them here, in `host:port` as in
 * `host port`. Which addresses there are say the list of the start guard and the declared role.
 *
 * @param source - region that this region replicates from, by the manifests
 */
export function localAddresses(
  manifests: RegionManifests,
  secrets: SecretValues,
  network: LocalNetwork,
  source: string | undefined,
): Localise {
  const places = [
    ...guardedPlaces(manifests, secrets, network),
    ...declaredPlaces(manifests, secrets, network, source),
  ];
  return text =>
    places.reduce(
      (changed, { cluster, local }) =>
        changed.replace(
          new RegExp(
            `(?<![\\w.-])\\[?${escaped(cluster.host)}\\]?(:|[ \\t]+)${cluster.port}(?!\\d)`,
            'g',
          ),
          (_, between) => `${local.host}${between}${local.port}`,
        ),
      text,
    );
}
