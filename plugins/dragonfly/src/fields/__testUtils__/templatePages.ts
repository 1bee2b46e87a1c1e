import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { TemplateParameterSchema } from '@backstage/plugin-scaffolder-react';
import { JsonObject } from '@backstage/types';
import { parse } from 'yaml';

const TEMPLATE_FILE = resolve(
  __dirname,
  '../../../../../templates/dragonfly-cache/template.yaml',
);

interface Page extends JsonObject {
  title: string;
  properties: { [name: string]: JsonObject };
}

function readPages(): Page[] {
  return parse(readFileSync(TEMPLATE_FILE, 'utf8')).spec.parameters;
}

/** Our fields as they are; the scaffolder's own, which need its plugin, become plain text fields. */
function withPlainFields(page: Page): JsonObject {
  return {
    ...page,
    properties: Object.fromEntries(
      Object.entries(page.properties).map(([name, field]) => {
        const { 'ui:field': uiField, ...plain } = field;
        return [name, String(uiField).startsWith('Dragonfly') ? field : plain];
      }),
    ),
  };
}

/** Pages of the wizard of the template that the portal ships, as the scaffolder's backend serves them. */
export function templatePages(...titles: string[]): TemplateParameterSchema {
  return {
    title: 'Cache',
    steps: readPages()
      .filter(({ title }) => titles.length === 0 || titles.includes(title))
      .map(page => ({ title: page.title, schema: withPlainFields(page) })),
  };
}
