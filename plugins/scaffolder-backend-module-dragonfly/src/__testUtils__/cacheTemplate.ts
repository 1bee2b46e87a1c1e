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

/** The template as the portal ships it, read anew. */
export function cacheTemplate(): TemplateEntityV1beta3 {
  return parse(templateText());
}

/** The pages of its wizard. */
export function cacheTemplatePages(): FormSchema[] {
  return parse(templateText()).spec.parameters;
}

function templateText(): string {
  return readFileSync(
    resolve(__dirname, '../../../../templates/dragonfly-cache/template.yaml'),
    'utf8',
  );
}
