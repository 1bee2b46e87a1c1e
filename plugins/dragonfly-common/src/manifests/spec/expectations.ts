/** What each field of a request must be, and what to do when it is not. */
export const EXPECTED = {
  spec: {
    is: 'an object with the fields of a cache request',
    todo: 'Send the request as a JSON object.',
  },
  name: {
    is: 'a DNS label of 1 to 40 characters: lower-case letters, digits and hyphens, starting with a letter and not ending with a hyphen',
    todo: 'Choose a short name such as "sessions".',
  },
  description: {
    is: 'one line of visible text of at most 500 characters',
    todo: 'Shorten the description and remove line breaks and invisible characters.',
  },
  owner: {
    is: 'the full reference of a group or user, such as "group:default/identity"',
    todo: 'Pick the owner from the catalog.',
  },
  system: {
    is: 'the full reference of a system, such as "system:default/identity"',
    todo: 'Pick the system from the catalog or leave the field out.',
  },
  useCase: {
    is: 'the id of a use case of the policy',
    todo: 'Pick one of the use cases of the ADR.',
  },
  topology: {
    is: '"replicated" or "independent"',
    todo: 'Choose one of the two, or leave the field out where the policy decides.',
  },
  primaryRegion: {
    is: 'the name of a configured region',
    todo: 'Pick one of the regions of the portal.',
  },
  otherRegions: {
    is: 'a list of at most 20 names of configured regions',
    todo: 'List each further region once; an empty list means no further region.',
  },
  memoryBytes: {
    is: 'a whole number of bytes, a multiple of 1 MiB (1048576) between 256 MiB and 1 TiB',
    todo: 'Leave the field out to take the memory of the ADR.',
  },
  threads: {
    is: 'a whole number from 1 to 64',
    todo: 'Leave the field out to take the number that the memory allows.',
  },
  consumers: {
    is: 'a list of at most 100 consumers',
    todo: 'List the components that use the cache; the list may be empty.',
  },
  flavour: {
    is: '"kustomize" or "operator"',
    todo: 'Choose one of the two, or leave the field out for "kustomize".',
  },
  secrets: {
    is: '"external-secret" or "bring-your-own"',
    todo: 'Choose one of the two, or leave the field out to take what the platform has.',
  },
  tls: {
    is: 'true or false',
    todo: 'Leave the field out to take what the platform has.',
  },
  crossRegion: {
    is: '"load-balancer" or "external-name"',
    todo: 'Choose one of the two, or leave the field out to take what the platform uses.',
  },
  argoCd: {
    is: 'true or false',
    todo: 'Leave the field out to take what the platform has.',
  },
  repository: {
    is: 'an object with "url", an https address without credentials, query or fragment, and "folder", a relative path',
    todo: 'State the repository as "https://github.com/organisation/repository" and the folder as "caches".',
  },
  sizing: {
    is: 'an object with "dataBytes", "writesPerSecond", "toleratedCutSeconds" and "roundTripMilliseconds"',
    todo: 'Answer all four questions, or leave the field out.',
  },
  dataBytes: {
    is: 'a whole number of bytes between 1 MiB (1048576) and 1 TiB',
    todo: 'Estimate the size of all keys and values at their peak.',
  },
  writesPerSecond: {
    is: 'a whole number from 0 to 10000000',
    todo: 'Estimate the writes per second at their peak.',
  },
  toleratedCutSeconds: {
    is: 'a whole number of seconds from 0 to 86400',
    todo: 'State the longest cut between the regions to survive without a full resync.',
  },
  roundTripMilliseconds: {
    is: 'a number of milliseconds from 0 to 10000',
    todo: 'Measure the round-trip time between the regions, for example with ping.',
  },
  entityRef: {
    is: 'the full reference of a component or resource, such as "component:default/checkout"',
    todo: 'Pick the consumer from the catalog.',
  },
  namespace: {
    is: 'a Kubernetes namespace: lower-case letters, digits and hyphens, at most 63 characters',
    todo: 'Name the namespace the consumer runs in.',
  },
} as const;

/** A field that has an entry in the table above. */
export type ExpectedField = keyof typeof EXPECTED;

/** Tells whether a key from outside is one of the known fields. */
export function isExpectedField(key: unknown): key is ExpectedField {
  return typeof key === 'string' && Object.hasOwn(EXPECTED, key);
}
