import { Settings } from '../../config';
import { Located, locateCache, locateProfile } from './locate';
import {
  ParsedDocument,
  ParsedEntry,
  SourceCache,
  SourceInventory,
  SourceProfile,
} from './types';

/** The last version of every entry that could be used, and since when, in ISO 8601. */
export interface KeptEntries {
  caches: Map<string, Kept<SourceCache>>;
  profiles: Map<string, Kept<SourceProfile>>;
}

interface Kept<Entry> {
  entry: Entry;
  since: string;
}

/**
 * Says what a document contributes to the settings in force. A bad entry leaves the last good version of exactly that
 * entry in force; where there is none, or the settings no longer allow it, the cache is not located, not even by a
 * profile: it would be looked for where it is not.
 *
 * @param kept - of the documents before
 * @param readAt - when the document was read, ISO 8601
 */
export function settleSource(
  document: ParsedDocument,
  kept: KeptEntries,
  settings: Settings,
  readAt: string,
): { inventory: SourceInventory; kept: KeptEntries } {
  const caches = settleEntries(
    document.caches,
    kept.caches,
    (name, entry) => locateCache(name, entry, settings),
    readAt,
  );
  const profiles = settleEntries(
    document.profiles,
    kept.profiles,
    (name, entry) => locateProfile(name, entry, settings),
    readAt,
  );
  for (const name of caches.problems.keys()) {
    if (!caches.inForce.has(name)) {
      caches.inForce.set(name, { nodes: new Map() });
    }
  }
  return {
    inventory: {
      caches: caches.inForce,
      profiles: profiles.inForce,
      problems: { caches: caches.problems, profiles: profiles.problems },
    },
    kept: { caches: caches.kept, profiles: profiles.kept },
  };
}

function settleEntries<Entry, Value>(
  entries: Map<string, ParsedEntry<Entry>>,
  before: Map<string, Kept<Entry>>,
  locate: (name: string, entry: Entry) => Located<Value>,
  readAt: string,
) {
  const inForce = new Map<string, Value>();
  const kept = new Map<string, Kept<Entry>>();
  const problems = new Map<string, string>();
  for (const [name, parsed] of entries) {
    const located = parsed.ok ? locate(name, parsed.entry) : parsed;
    if (parsed.ok && located.ok) {
      inForce.set(name, located.value);
      kept.set(name, { entry: parsed.entry, since: readAt });
      continue;
    }
    const last = before.get(name);
    const fallback = last && locate(name, last.entry);
    if (last) {
      kept.set(name, last);
    }
    if (fallback?.ok) {
      inForce.set(name, fallback.value);
    }
    problems.set(
      name,
      [
        ...(located.ok ? [] : located.problems),
        ...(last && fallback?.ok
          ? [`The version of ${last.since} stays in force.`]
          : []),
      ].join(' '),
    );
  }
  return { inForce, kept, problems };
}
