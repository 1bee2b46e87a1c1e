import { PodRecipe } from '../pod/types';

/** Which server a binary is. @public */
export type Flavour = 'dragonfly' | 'valkey' | 'redis';

/** A cache server binary found on this machine. @public */
export interface CacheServer {
  /** Absolute path of the binary. */
  path: string;
  flavour: Flavour;
  /** As the binary itself reports it, without a leading `v`: `7.0.15`. */
  version: string;
}

/** Where something listens. @public */
export interface Address {
  host: string;
  port: number;
}

/** A user name and its password. @public */
export interface Login {
  username: string;
  password: string;
}

/** The logins of one cache, equal on all its nodes. @public */
export interface Credentials {
  /** May do everything; also what replicas log in with. */
  default: Login;
  /** May only look: what the portal watches with. */
  monitor: Login;
  /** May promote, re-attach and fence: what operations run with. */
  operator: Login;
}

/** Who vouches for the certificate of a server that speaks TLS. */
export interface TrustedAuthority {
  /** PEM; absent when clients trust it anyway. */
  certificate?: string;
  /** Where the certificate is for other programs, once the server was started. */
  file: string;
}

/** How one server process is started. No password may appear in `arguments`: everybody on the machine can read them. */
export interface Launch {
  arguments: string[];
  environment: Record<string, string>;
}

/** A user the server is told about after it started, as the arguments of `ACL SETUSER`. */
export interface AclUser {
  username: string;
  rules: string[];
}

/** What a recipe was made from: equal texts, equal servers. */
export interface Revision {
  /** Arguments, environment and mounts. */
  template: string;
  /** Contents of mounted files, and secrets. */
  files: string;
}

/** Everything needed to start one node again and again. */
export interface NodeRecipe {
  /** Absent when the node is never redefined. */
  revision?: Revision;
  server: CacheServer;
  /** Working directory of the server; holds its configuration, snapshot and log. */
  directory: string;
  credentials: Credentials;
  /** Present when clients must speak TLS. */
  authority?: TrustedAuthority;
  /** What surrounds the server; absent when it stands alone. */
  pod?: PodRecipe;
  /** Writes the files the server reads at start and says how to start it on a port. */
  prepare(port: number): Promise<Launch>;
  /** Users that the server's configuration cannot declare. */
  usersAfterStart: AclUser[];
}
