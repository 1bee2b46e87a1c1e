import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import {
  CacheSpec,
  FieldError,
  MEMORY_FORMS,
  parseMemoryQuantity,
  Topology,
} from 'backstage-plugin-dragonfly-common';

/** The wizard's answers about the cache itself. */
export interface CacheAnswers {
  name: string;
  description?: string;
  owner: string;
  system?: string;
  useCase: string;
  topology?: Topology;
  primaryRegion: string;
  otherRegions?: string[];
  memory?: string;
  threads?: number;
  consumers?: string[];
}

/** Outcome of reading the answers. */
export type CacheSpecResult =
  { ok: true; spec: CacheSpec } | { ok: false; errors: FieldError[] };

/**
 * Makes the request to the generator from the wizard's answers: short references become full ones, an empty answer
 * is no answer. What a name, a region or a use case may be is for the generator to judge. Pure.
 */
export function cacheSpec(answers: CacheAnswers): CacheSpecResult {
  const errors: FieldError[] = [];

  function refuse(
    field: string,
    value: string,
    expected: string,
    advice: string,
  ) {
    // As the generator words it, so that both kinds of errors read alike.
    const message = `Field "${field}" is ${quote(value)}; expected ${expected}. ${advice}`;
    errors.push({ field, value: quote(value), expected, message });
  }

  function reference(field: string, value: string, kind: string): string {
    try {
      return stringifyEntityRef(
        parseEntityRef(value, {
          defaultKind: kind,
          defaultNamespace: 'default',
        }),
      );
    } catch {
      const example = `"${kind.toLowerCase()}:default/name"`;
      refuse(
        field,
        value,
        `an entity reference such as ${example}`,
        'Choose an entity of the catalog.',
      );
      return value;
    }
  }

  function bytes(value: string): number | undefined {
    const parsed = parseMemoryQuantity(value);
    if (parsed === undefined) {
      const advice = 'Correct it, or leave it out for what the policy says.';
      refuse('memory', value, MEMORY_FORMS, advice);
    }
    return parsed;
  }

  const spec: CacheSpec = {
    name: answers.name,
    description: answers.description || undefined,
    owner: reference('owner', answers.owner, 'Group'),
    system: answers.system
      ? reference('system', answers.system, 'System')
      : undefined,
    useCase: answers.useCase,
    topology: answers.topology,
    primaryRegion: answers.primaryRegion,
    otherRegions: answers.otherRegions ?? [],
    memoryBytes: answers.memory ? bytes(answers.memory) : undefined,
    threads: answers.threads,
    consumers: (answers.consumers ?? []).map((consumer, index) => ({
      entityRef: reference(`consumers[${index}]`, consumer, 'Component'),
    })),
  };
  return errors.length > 0 ? { ok: false, errors } : { ok: true, spec };
}

/** Shortened and escaped, since the value comes from outside. */
function quote(value: string): string {
  return JSON.stringify(value.length > 60 ? `${value.slice(0, 60)}…` : value);
}
