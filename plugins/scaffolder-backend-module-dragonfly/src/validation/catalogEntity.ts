import {
  entityEnvelopeSchemaValidator,
  EntityPolicies,
  FieldFormatEntityPolicy,
  NoForeignRootFieldsEntityPolicy,
  resourceEntityV1alpha1Validator,
  SchemaValidEntityPolicy,
} from '@backstage/catalog-model';
import { SchemaProblem } from './types';

const readEntity = entityEnvelopeSchemaValidator();

const policies = EntityPolicies.allOf([
  new SchemaValidEntityPolicy(),
  new NoForeignRootFieldsEntityPolicy(),
  new FieldFormatEntityPolicy(),
]);

/** Errors name the field only in their text. */
function problemOf(error: unknown): SchemaProblem {
  const message = error instanceof Error ? error.message : String(error);
  const [, path] =
    /(?:^|[\s;])\/?((?:metadata|spec)[\w./-]*)/.exec(message) ?? [];
  return { pointer: path ? path.split(/[./]/) : [], message };
}

/** What is wrong with a catalog entity by the catalog's own rules. */
export async function entityProblems(data: unknown): Promise<SchemaProblem[]> {
  try {
    const entity = readEntity(data);
    await policies.enforce(entity);
    if (await resourceEntityV1alpha1Validator.check(entity)) return [];
    return [{ pointer: ['kind'], message: 'is no Resource of the catalog' }];
  } catch (error) {
    return [problemOf(error)];
  }
}
