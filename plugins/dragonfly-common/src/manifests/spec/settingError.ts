import { FieldError } from '../types';
import { fieldError } from './fieldErrors';

const REMEDY = 'Have the platform team correct app-config.';

/** The error of a setting that cannot be rendered; none when it can. */
export function settingError(
  broken: boolean,
  field: string,
  value: unknown,
  expected: string,
): FieldError[] {
  return broken
    ? [fieldError(`settings.${field}`, value, expected, REMEDY)]
    : [];
}

/** One error per entry of a map that fits neither as a key nor as a value. */
export function mapErrors(
  map: Record<string, string> | undefined,
  field: string,
  { key, value, expected }: { key: RegExp; value: RegExp; expected: string },
): FieldError[] {
  return Object.entries(map ?? {}).flatMap(([name, text]) =>
    settingError(
      !key.test(name) || !value.test(text),
      field,
      `${name}: ${text}`,
      expected,
    ),
  );
}
