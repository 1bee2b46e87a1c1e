import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { EXPECTED } from '../manifests/spec/expectations';
import { fieldError } from '../manifests/spec/fieldErrors';
import { FieldError } from '../manifests/types';
import { MEMORY_FORMS, parseMemoryQuantity } from '../policy/quantities';

/** Reads answers one by one and keeps an error for each that cannot be read, so that all are named at once. */
export class AnswerReader {
  readonly errors: FieldError[] = [];

  /** A full reference; what was given, when it cannot be read. */
  reference(field: string, value: string, kind: string): string {
    try {
      return stringifyEntityRef(
        parseEntityRef(value, {
          defaultKind: kind,
          defaultNamespace: 'default',
        }),
      );
    } catch {
      const example = `"${kind.toLocaleLowerCase('en-US')}:default/name"`;
      this.errors.push(
        fieldError(
          field,
          value,
          `an entity reference such as ${example}`,
          'Choose an entity of the catalog.',
        ),
      );
      return value;
    }
  }

  /** A number of bytes; nothing, when it cannot be read. */
  bytes(field: string, value: string | undefined): number | undefined {
    const bytes = value ? parseMemoryQuantity(value) : undefined;
    if (bytes === undefined) {
      this.errors.push(
        fieldError(
          field,
          value,
          MEMORY_FORMS,
          'Correct it, or leave it out for what the policy says.',
        ),
      );
    }
    return bytes;
  }

  /** The answer to one of the questions about size; zero, when there is none. */
  number(
    question:
      'writesPerSecond' | 'toleratedCutSeconds' | 'roundTripMilliseconds',
    value: number | undefined,
  ): number {
    if (value === undefined) {
      const { is, todo } = EXPECTED[question];
      this.errors.push(fieldError(`sizing.${question}`, value, is, todo));
    }
    return value ?? 0;
  }
}
