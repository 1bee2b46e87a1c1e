import { cacheSpecShape } from './spec/cacheSpecShape';
import { EXPECTED } from './spec/expectations';
import { fieldError } from './spec/fieldErrors';
import { checkName } from './spec/nameRules';
import { FieldError } from './types';

/**
 * Checks the name of a cache on its own: whether it is a valid label, and not one that is kept for something else. Pure.
 *
 * @returns at most one error, on field `name`
 * @public
 */
export function checkCacheName(name: unknown): FieldError[] {
  const read = cacheSpecShape.shape.name.safeParse(name);
  return read.success
    ? checkName(read.data)
    : [fieldError('name', name, EXPECTED.name.is, EXPECTED.name.todo)];
}
