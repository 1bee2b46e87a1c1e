import {
  list,
  moment,
  number,
  object,
  oneOf,
  ref,
  Schema,
  text,
  toggle,
} from './objects';

/** `CacheDeclaration` of dragonfly-common and what it is made of. */
export const inventorySchemas: Record<string, Schema> = {
  InventoryProblem: object(
    {
      code: oneOf(
        'INVALID_ANNOTATION',
        'UNKNOWN_PROFILE',
        'UNKNOWN_REGION',
        'UNKNOWN_USE_CASE',
        'NAME_TAKEN',
        'NO_NODES',
        'INVENTORY_SOURCE',
      ),
      entityRef: text,
      message: text,
    },
    'Something wrong with the declaration of a cache.',
  ),
  InventorySourceState: object(
    { 'revision?': text, 'readAt?': moment, 'problem?': text },
    'The document beside app-config that says where caches are: which one is in force, and what is wrong with it.',
  ),
  NodeDeclaration: object({
    region: text,
    declaredRole: oneOf('primary', 'replica'),
    'access?': object({ tls: toggle, password: toggle }),
  }),
  DeclaredUseCase: object({
    id: text,
    title: text,
    ttlSeconds: number,
    eviction: oneOf('lru', 'fixed'),
    disasterRecovery: oneOf('required', 'local', 'optional'),
  }),
  CacheDeclaration: object(
    {
      name: text,
      entityRef: text,
      'title?': text,
      'owner?': text,
      'system?': text,
      topology: oneOf('replicated', 'independent'),
      'useCase?': ref('DeclaredUseCase'),
      nodes: list(ref('NodeDeclaration')),
      lagThresholdSeconds: number,
      'runbookUrl?': text,
      problems: list(ref('InventoryProblem')),
    },
    'A cache as catalog, app-config and policy declare it.',
  ),
};
