import { ManifestNode } from '../source/manifestNode';
import { Flag } from './dragonflySettings';
import { Engine } from './engine';
import { parseImage } from './image';

const DRAGONFLY_PREFIX = 'DFLY_';

/** Variables that the start scripts of Bitnami's images turn into directives. */
const SCRIPTED: ReadonlyMap<string, string> = new Map([
  ['REDIS_PASSWORD', 'requirepass'],
  ['REDIS_MASTER_PASSWORD', 'masterauth'],
  ['VALKEY_PASSWORD', 'requirepass'],
  ['VALKEY_PRIMARY_PASSWORD', 'masterauth'],
]);

const REPLICA_MODES = ['slave', 'replica'];

/** A variable of a container; its value is `undefined` when it comes from elsewhere. */
export interface Variable {
  name: string;
  value?: string;
  line: number;
}

/** The variables that a container lists; those of `envFrom` are not known. */
export function variablesOf(container: ManifestNode): Variable[] {
  return container
    .get('env')
    .items()
    .flatMap(item => {
      const name = item.get('name').text();
      return name === undefined
        ? []
        : [{ name, value: item.get('value').text(), line: item.line }];
    });
}

function isScripted(container: ManifestNode): boolean {
  const image = container.get('image').text() ?? '';
  return parseImage(image).repository.split('/').includes('bitnami');
}

/** What a variable from a Secret is written as, so that it reads as a variable everywhere. */
function valueOf({ name, value }: Variable): string {
  return value ?? `$(${name})`;
}

/** The settings that a server takes from its environment. */
export function environmentSettings(
  container: ManifestNode,
  engine: Engine,
): Flag[] {
  const variables = variablesOf(container);
  if (engine === 'dragonfly') {
    return variables
      .filter(({ name }) => name.startsWith(DRAGONFLY_PREFIX))
      .map(variable => ({
        name: variable.name.slice(DRAGONFLY_PREFIX.length),
        value: valueOf(variable),
        line: variable.line,
      }));
  }
  if (!isScripted(container)) return [];
  const mode = variables.find(({ name }) => name.endsWith('REPLICATION_MODE'));
  const host = variables.find(({ name }) =>
    ['REDIS_MASTER_HOST', 'VALKEY_PRIMARY_HOST'].includes(name),
  );
  return [
    ...variables.flatMap(variable => {
      const directive = SCRIPTED.get(variable.name);
      return directive
        ? [{ name: directive, value: valueOf(variable), line: variable.line }]
        : [];
    }),
    ...(host && REPLICA_MODES.includes(mode?.value ?? '')
      ? [{ name: 'replicaof', value: valueOf(host), line: host.line }]
      : []),
  ];
}
