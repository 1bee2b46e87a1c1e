import { FieldError } from '../types';
import { fieldError } from './fieldErrors';
import { reasonNameIsReserved } from './reservedNames';

/** Checks that a valid label may be the name of a cache. */
export function checkName(name: string): FieldError[] {
  const expected = reasonNameIsReserved(name);
  return expected
    ? [fieldError('name', name, expected, 'Choose another name.')]
    : [];
}
