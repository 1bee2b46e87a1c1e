import { ManifestSettings } from '../manifests/types';
import { InventoryProblem } from '../inventory/types';
import { Policy, PolicyProblem } from '../policy/types';
import { CacheState } from '../replication/types';

/**
 * The inventory source that app-config names beside itself: which document says where caches are. Holds no host, address
 * or credential.
 *
 * @public
 */
export interface InventorySourceState {
  /** `sha256:` and the hex digest of the document in force; absent while there is none. */
  revision?: string;
  /** When the document in force was last read, ISO 8601. */
  readAt?: string;
  /** What is wrong with the source, and what stays in force meanwhile, as whole sentences. */
  problem?: string;
}

/** Answer of `GET /caches`: the caches the caller may see. @public */
export interface CacheList {
  items: CacheState[];
  /** Declarations that are refused, of entities the caller may see. */
  problems: InventoryProblem[];
  /** Absent where app-config names no inventory source. */
  inventorySource?: InventorySourceState;
  /** Where the next page begins; absent on the last one, and without a limit. */
  nextCursor?: string;
  /**
   * How many caches the catalog shows the caller, some of which may be left out for want of permission. Only on the first
   * page of everything.
   */
  total?: number;
}

/** Answer of `GET /policy`. @public */
export interface PolicyDocument {
  /** `sha256:` and the hex digest of the ADR's text. Preview, action and assessment must use one revision. */
  revision: string;
  /** Where the ADR was read from: a URL, or the path of the copy the portal ships with. */
  source: string;
  /** ISO 8601. */
  readAt: string;
  policy: Policy;
  /** Warnings about the text in force, and, when a newer text did not parse, its errors. */
  problems: PolicyProblem[];
  /** Set when a newer text was refused and this older one stays in force. */
  refusedRevision?: string;
  settings: ManifestSettings;
}
