import { Address } from '../servers/types';

/** What takes the place of the cluster on this machine. */
export interface LocalServer {
  port: number;
  /** Takes the place of every directory of the container that can be written to. */
  directory: string;
  /** Where to replicate from instead of the host in the manifests; absent when they name none. */
  primary?: Address;
}
