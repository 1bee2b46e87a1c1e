/** One flag of Dragonfly or one directive of Redis, with its place. */
export interface Setting {
  /** Without dashes: `maxmemory`; as the server spells it. */
  name: string;
  /** Empty when the flag was written without a value. */
  value: string;
  /** Where it is written; a `file` is mounted from a ConfigMap and is outside the pod template. */
  place: 'arguments' | 'environment' | 'file';
  path: string;
  line: number;
  /** `Kind namespace/name` of the object it is written in. */
  object?: string;
}

const TRUE = ['', 'true', 't', 'yes', 'y', '1'];

/** The setting that counts: the last one of these names. */
export function settingOf(
  settings: readonly Setting[],
  ...names: string[]
): Setting | undefined {
  return settings.findLast(({ name }) => names.includes(name));
}

/** Whether a switch is on; off when it is not there. */
export function isOn(settings: readonly Setting[], ...names: string[]) {
  const setting = settingOf(settings, ...names);
  return setting !== undefined && TRUE.includes(setting.value.toLowerCase());
}

/** Whether a value comes from a variable of Kubernetes or of the shell. */
export function hasVariable(value: string): boolean {
  return /\$[({A-Za-z_]/.test(value);
}

/** Names of a password that lets clients in, and of the one a replica presents to its primary. */
export const PASSWORDS = {
  own: ['requirepass'],
  primary: ['masterauth', 'primaryauth'],
} as const;

/** Names under which a server is told whom to follow. */
export const REPLICA_OF = ['replicaof', 'slaveof'] as const;
