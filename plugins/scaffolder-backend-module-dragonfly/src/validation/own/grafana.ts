const panel = {
  type: 'object',
  required: ['id', 'type', 'title', 'gridPos'],
  properties: {
    id: { type: 'integer', minimum: 1 },
    type: { type: 'string', minLength: 1 },
    title: { type: 'string', minLength: 1 },
    gridPos: {
      type: 'object',
      required: ['x', 'y', 'w', 'h'],
      properties: {
        x: { type: 'integer', minimum: 0, maximum: 23 },
        y: { type: 'integer', minimum: 0 },
        w: { type: 'integer', minimum: 1, maximum: 24 },
        h: { type: 'integer', minimum: 1 },
      },
      additionalProperties: false,
    },
    targets: {
      type: 'array',
      minItems: 1,
      items: {
        type: 'object',
        required: ['refId', 'datasource', 'expr'],
        properties: {
          refId: { type: 'string', pattern: '^[A-Z]+$' },
          expr: { type: 'string', minLength: 1 },
        },
      },
    },
    panels: { type: 'array', items: { $ref: '#/definitions/panel' } },
  },
};

/** What Grafana needs of a dashboard to load it; the settings of each type of panel are its own. */
export const grafanaSchema = {
  type: 'object',
  required: ['uid', 'title', 'schemaVersion', 'panels'],
  properties: {
    uid: { type: 'string', pattern: '^[a-zA-Z0-9_-]{1,40}$' },
    title: { type: 'string', minLength: 1 },
    tags: { type: 'array', items: { type: 'string' } },
    schemaVersion: { type: 'integer', minimum: 30 },
    panels: {
      type: 'array',
      minItems: 1,
      items: { $ref: '#/definitions/panel' },
    },
  },
  definitions: { panel },
};
