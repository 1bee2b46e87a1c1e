import { Policy, UseCase } from '../../policy/types';
import { assembleCache, ResolvedCache } from '../resolvedCache';
import { secretEntries } from '../secretEntries';
import { CacheSpec, FieldError, ManifestSettings } from '../types';
import { checkConsumers } from './consumerRules';
import { fieldError } from './fieldErrors';
import { checkMemory } from './memoryRules';
import { checkOutput } from './outputRules';
import { checkName } from './nameRules';
import { checkPolicy, passwordMissing } from './policyRules';
import { readShape } from './readShape';
import { checkRegions } from './regionRules';
import { checkSettings } from './settingsRules';
import { checkTopology, topologyOf } from './topologyRules';

/** A request that can be rendered, or why it cannot. */
export type Resolution =
  { ok: true; cache: ResolvedCache } | { ok: false; errors: FieldError[] };

function unknownUseCase(spec: CacheSpec, policy: Policy): FieldError {
  const known = policy.useCases.map(({ id }) => `"${id}"`).join(', ');
  return fieldError(
    'useCase',
    spec.useCase,
    `the id of a use case of the policy: ${known || 'none is listed'}`,
    'Pick one of them, or add a row to the use-case table of the ADR.',
  );
}

function checkTogether(
  spec: CacheSpec,
  useCase: UseCase | undefined,
  policy: Policy,
  settings: ManifestSettings,
): FieldError[] {
  const topology = useCase && topologyOf(spec, useCase);
  return [
    ...checkName(spec.name),
    ...(useCase
      ? checkTopology(spec, useCase)
      : [unknownUseCase(spec, policy)]),
    ...checkRegions(spec, settings),
    ...checkMemory(spec, policy, settings),
    ...checkConsumers(spec),
    ...checkOutput(spec, topology, settings, policy),
    ...checkPolicy(policy, topology),
    ...checkSettings(settings, {
      regions: [spec.primaryRegion, ...spec.otherRegions],
      topology,
    }),
  ];
}

/** Checks a request on its own, then against policy and settings, and makes every choice it leaves open. */
export function resolveCache(
  input: unknown,
  policy: Policy,
  settings: ManifestSettings,
): Resolution {
  const shape = readShape(input);
  if (!shape.ok) return shape;
  const { spec } = shape;
  const useCase = policy.useCases.find(({ id }) => id === spec.useCase);
  const errors = checkTogether(spec, useCase, policy, settings);
  const topology = useCase && topologyOf(spec, useCase);
  if (!useCase || !topology || errors.length > 0) return { ok: false, errors };
  const secrets = secretEntries(policy, spec.name, topology);
  const password = secrets.find(({ flag }) => flag === 'requirepass');
  if (!password) return { ok: false, errors: [passwordMissing('requirepass')] };
  const choice = { useCase, topology, secrets, password };
  return { ok: true, cache: assembleCache(spec, choice, policy, settings) };
}
