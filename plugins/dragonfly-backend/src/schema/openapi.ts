import { factsSchemas } from './factsSchemas';
import { historySchemas } from './historySchemas';
import { inventorySchemas } from './inventorySchemas';
import { maintenanceSchemas } from './maintenanceSchemas';
import { moment, ref, Schema, text } from './objects';
import { policySchemas } from './policySchemas';
import { stateSchemas } from './stateSchemas';

/** What the platform's error middleware answers. */
const errorSchema: Schema = {
  type: 'object',
  required: ['error', 'response'],
  properties: {
    error: {
      type: 'object',
      required: ['name', 'message'],
      properties: { name: text, message: text },
    },
    response: { type: 'object' },
  },
};

const entityRefPart = (name: string) => ({
  name,
  in: 'path' as const,
  required: true,
  schema: { type: 'string', minLength: 1 },
});

const timeParameter = (name: string, description: string) => ({
  name,
  in: 'query' as const,
  required: true,
  description,
  allowReserved: true,
  schema: moment,
});

const refusal = {
  description: 'The request was refused; `error` says why.',
  content: { 'application/json': { schema: ref('Error') } },
};

const answer = (description: string, schema: string) => ({
  200: {
    description,
    content: { 'application/json': { schema: ref(schema) } },
  },
  default: refusal,
});

/** The HTTP API of the plugin. It validates requests, is served as `/openapi.json`, and tests hold answers against it. */
export const openapi = {
  openapi: '3.1.0',
  info: {
    title: 'dragonfly',
    version: '1',
    description:
      'Live state of the Dragonfly caches of the catalog, and the caching policy.',
    license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
  },
  servers: [{ url: '/' }],
  components: {
    securitySchemes: { JWT: { type: 'http' as const, scheme: 'bearer' } },
    schemas: {
      ...policySchemas,
      ...inventorySchemas,
      ...factsSchemas,
      ...stateSchemas,
      ...historySchemas,
      ...maintenanceSchemas,
      Error: errorSchema,
    },
  },
  security: [{ JWT: [] }],
  paths: {
    '/policy': {
      get: {
        operationId: 'GetPolicy',
        description:
          'The caching policy in force. Answers 503 while none could be read.',
        responses: answer('The policy.', 'PolicyDocument'),
      },
    },
    '/caches': {
      get: {
        operationId: 'GetCaches',
        description:
          'The caches the caller may see, sorted by reference; all of them, or a page.',
        parameters: [
          {
            name: 'entityRef',
            in: 'query' as const,
            description:
              'Full reference of an entity; may be repeated. Only these caches are answered.',
            style: 'form' as const,
            explode: true,
            allowReserved: true,
            schema: {
              type: 'array',
              items: { type: 'string', pattern: '^[^:/]+:[^:/]+/[^:/]+$' },
            },
          },
          {
            name: 'cursor',
            in: 'query' as const,
            description: '`nextCursor` of the page before.',
            allowReserved: true,
            schema: text,
          },
          {
            name: 'limit',
            in: 'query' as const,
            description:
              'Caches of a page; all when absent. The first page without `entityRef` has the `total` of caches that the catalog shows the caller.',
            schema: { type: 'integer', minimum: 1, maximum: 500 },
          },
        ],
        responses: answer('The caches.', 'CacheList'),
      },
    },
    '/caches/{kind}/{namespace}/{name}': {
      get: {
        operationId: 'GetCache',
        description:
          'One cache. Answers 404 for an entity that does not exist, is no cache or may not be seen; 403 without permission dragonfly.cache.read.',
        parameters: ['kind', 'namespace', 'name'].map(entityRefPart),
        responses: answer('The cache.', 'CacheState'),
      },
    },
    '/caches/{kind}/{namespace}/{name}/series': {
      get: {
        operationId: 'GetSeries',
        description:
          'How one cache was over time. The finest resolution that has the whole range and makes a readable number of points is chosen. Refused like the cache itself.',
        parameters: [
          ...['kind', 'namespace', 'name'].map(entityRefPart),
          {
            name: 'metric',
            in: 'query' as const,
            required: true,
            description: 'What is asked for; may be repeated.',
            style: 'form' as const,
            explode: true,
            schema: {
              type: 'array',
              minItems: 1,
              items: ref('SeriesMetric'),
            },
          },
          timeParameter('from', 'Start of the range.'),
          timeParameter('to', 'End of the range, not part of it.'),
        ],
        responses: answer('The series.', 'SeriesAnswer'),
      },
    },
    '/caches/{kind}/{namespace}/{name}/events': {
      get: {
        operationId: 'GetEvents',
        description:
          'What happened to one cache, newest first. Refused like the cache itself.',
        parameters: [
          ...['kind', 'namespace', 'name'].map(entityRefPart),
          {
            name: 'cursor',
            in: 'query' as const,
            description: '`nextCursor` of the page before.',
            schema: text,
          },
          {
            name: 'limit',
            in: 'query' as const,
            description: 'Events of a page; 50 when absent.',
            schema: { type: 'integer', minimum: 1, maximum: 200 },
          },
        ],
        responses: answer('The events.', 'EventPage'),
      },
    },
    '/caches/{kind}/{namespace}/{name}/maintenance': {
      put: {
        operationId: 'StartMaintenance',
        description:
          'Declares that somebody works on a cache, so that nobody is notified of it; in place of what was declared before. Only for users. Refused like the cache itself, and with 403 without permission dragonfly.cache.maintain.',
        parameters: ['kind', 'namespace', 'name'].map(entityRefPart),
        requestBody: {
          required: true,
          content: {
            'application/json': { schema: ref('MaintenanceRequest') },
          },
        },
        responses: answer('What is on from now.', 'Maintenance'),
      },
      delete: {
        operationId: 'EndMaintenance',
        description:
          'Ends the maintenance of a cache, if there is one. Refused like declaring it.',
        parameters: ['kind', 'namespace', 'name'].map(entityRefPart),
        responses: {
          204: { description: 'None is on.' },
          default: refusal,
        },
      },
    },
  },
};
