import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { TemplateEntityV1beta3 } from '@backstage/plugin-scaffolder-common';
import { parse } from 'yaml';

/** A page of the wizard, or a property on it: the part of JSON Schema that the template uses. */
export interface FormSchema {
  title?: string;
  pattern?: string;
  properties?: Record<string, FormSchema>;
  required?: string[];
  'ui:field'?: string;
}

/** A template as the portal ships it, read anew; the one of the Create wizard when no name is given. */
export function cacheTemplate(name = 'dragonfly-cache'): TemplateEntityV1beta3 {
  return parse(templateText(name));
}

/** The pages of its wizard. */
export function cacheTemplatePages(name = 'dragonfly-cache'): FormSchema[] {
  return parse(templateText(name)).spec.parameters;
}

function templateText(name: string): string {
  return readFileSync(
    resolve(__dirname, `../../../../templates/${name}/template.yaml`),
    'utf8',
  );
}
