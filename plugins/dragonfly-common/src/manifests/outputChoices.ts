import { Policy } from '../policy/types';
import { OutputOptions, outputOptionsOf } from './spec/outputOptions';
import { checkOutput } from './spec/outputRules';
import { topologyOf } from './spec/topologyRules';
import {
  CacheSpec,
  CrossRegionAccess,
  FieldError,
  Flavour,
  ManifestSettings,
  SecretsProvider,
} from './types';

/** Questions about the output of a cache, by field of the request, with the values they can have. */
interface OutputValues {
  flavour: Flavour;
  secrets: SecretsProvider;
  tls: boolean;
  crossRegion: CrossRegionAccess;
  argoCd: boolean;
}

/** A field of the request that decides what the files contain beside the servers. @public */
export type OutputField = keyof OutputValues;

/** One value such a field can have. @public */
export interface OutputChoice<Value = OutputValues[OutputField]> {
  value: Value;
  /** Whether this is the one in force, chosen by the request or by the platform. */
  inForce: boolean;
  /** Why it cannot be chosen; absent when it can. */
  refusal?: FieldError;
}

/** Every value of every output field. @public */
export type OutputChoices = {
  [Field in OutputField]: OutputChoice<OutputValues[Field]>[];
};

const ON_OR_OFF = [true, false];

function inForceOf(options: OutputOptions): OutputValues {
  return {
    flavour: options.flavour,
    secrets: options.secretsProvider,
    tls: options.issuer !== undefined,
    crossRegion: options.crossRegion,
    argoCd: options.argoCd !== undefined,
  };
}

/**
 * The values that the output fields of a request can have: which are in force, and which the platform or the topology
 * refuses, in the words of the generator. Pure.
 *
 * @public
 */
export function outputChoices(
  spec: CacheSpec,
  policy: Policy,
  settings: ManifestSettings,
): OutputChoices {
  const useCase = policy.useCases.find(({ id }) => id === spec.useCase);
  const topology = useCase && topologyOf(spec, useCase);
  const inForce = inForceOf(outputOptionsOf(spec, settings));
  // Each value is tried alone, so that one refused choice does not refuse the others.
  const untouched: CacheSpec = {
    ...spec,
    flavour: undefined,
    secrets: undefined,
    tls: undefined,
    crossRegion: undefined,
    argoCd: undefined,
  };

  function choicesOf<Field extends OutputField>(
    field: Field,
    values: OutputValues[Field][],
  ): OutputChoice<OutputValues[Field]>[] {
    return values.map(value => ({
      value,
      inForce: value === inForce[field],
      refusal: checkOutput(
        { ...untouched, [field]: value },
        topology,
        settings,
        policy,
      ).at(0),
    }));
  }

  return {
    flavour: choicesOf('flavour', ['kustomize', 'operator']),
    secrets: choicesOf('secrets', ['external-secret', 'bring-your-own']),
    tls: choicesOf('tls', ON_OR_OFF),
    crossRegion: choicesOf('crossRegion', ['load-balancer', 'external-name']),
    argoCd: choicesOf('argoCd', ON_OR_OFF),
  };
}
