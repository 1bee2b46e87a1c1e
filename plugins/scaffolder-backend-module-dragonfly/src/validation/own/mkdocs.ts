/** The fields of `mkdocs.yml` that the generator uses; each entry of the navigation is a title and a page. */
export const mkdocsSchema = {
  type: 'object',
  required: ['site_name', 'nav', 'plugins'],
  properties: {
    site_name: { type: 'string', minLength: 1 },
    site_description: { type: 'string' },
    docs_dir: { type: 'string' },
    nav: {
      type: 'array',
      minItems: 1,
      items: {
        type: 'object',
        minProperties: 1,
        maxProperties: 1,
        additionalProperties: { type: 'string', pattern: '\\.md$' },
      },
    },
    plugins: {
      type: 'array',
      items: { type: 'string' },
      contains: { const: 'techdocs-core' },
    },
  },
  additionalProperties: false,
};
