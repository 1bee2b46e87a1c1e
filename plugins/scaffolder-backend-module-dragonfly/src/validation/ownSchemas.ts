import Ajv, { ValidateFunction } from 'ajv';
import { dragonflySchema } from './own/dragonfly';
import { grafanaSchema } from './own/grafana';
import { componentSchema, kustomizationSchema } from './own/kustomization';
import { mkdocsSchema } from './own/mkdocs';
import { SchemaProblem } from './types';

const SCHEMAS = {
  component: componentSchema,
  dragonfly: dragonflySchema,
  grafana: grafanaSchema,
  kustomization: kustomizationSchema,
  mkdocs: mkdocsSchema,
} as const;

/** A kind of file with a schema of our own. */
export type OwnSchema = keyof typeof SCHEMAS;

const ajv = new Ajv({ allErrors: true });
const compiled = new Map<OwnSchema, ValidateFunction>();

// Compiled on first use: most of what starts this module never validates anything.
function validatorOf(name: OwnSchema): ValidateFunction {
  const validate = compiled.get(name) ?? ajv.compile(SCHEMAS[name]);
  compiled.set(name, validate);
  return validate;
}

/** What is wrong with a value by one of our own schemas. */
export function ownProblems(name: OwnSchema, value: unknown): SchemaProblem[] {
  const validate = validatorOf(name);
  if (validate(value)) return [];
  return (validate.errors ?? []).map(({ instancePath, message, params }) => {
    const pointer = instancePath.split('/').slice(1);
    const field: unknown = Reflect.get(params, 'additionalProperty');
    return typeof field === 'string'
      ? { pointer: [...pointer, field], message: `has no field "${field}"` }
      : { pointer, message: message ?? 'is not as it should be' };
  });
}
