import { z } from 'zod';
import { cacheSpecOfAnswers } from './cacheSpecOfAnswers';
import { repositoryUrl } from './repositoryUrl';
import { CacheAnswers, CacheAnswersResult, WizardParameters } from './types';

/** Names the parameters have in the template that comes with these packages. */
const PARAMETERS: WizardParameters = {
  name: 'name',
  description: 'description',
  owner: 'owner',
  system: 'system',
  useCase: 'useCase',
  regions: 'regions',
  sizing: 'sizing',
  consumers: 'consumers',
  output: 'output',
  repoUrl: 'repoUrl',
  folder: 'folder',
};

// A form is filled in little by little, and its first values can come from the address bar: what has another shape than
// its field gives it counts as not answered yet.
function answered<T extends z.ZodType>(shape: T) {
  return shape.optional().catch(undefined);
}

const text = answered(z.string());
const number = answered(z.number());
const flag = answered(z.boolean());

const useCaseShape = z
  .object({
    id: text,
    topology: answered(z.enum(['replicated', 'independent'])),
  })
  .catch({});
const regionsShape = z
  .object({ primary: text, others: answered(z.array(z.string())) })
  .catch({});
const sizingShape = z
  .object({
    memory: text,
    threads: number,
    data: text,
    writesPerSecond: number,
    toleratedCutSeconds: number,
    roundTripMilliseconds: number,
  })
  .catch({});
const consumersShape = answered(
  z.array(
    z.union([z.string(), z.object({ entityRef: z.string(), namespace: text })]),
  ),
);
const outputShape = z
  .object({
    flavour: answered(z.enum(['kustomize', 'operator'])),
    secrets: answered(z.enum(['external-secret', 'bring-your-own'])),
    tls: flag,
    crossRegion: answered(z.enum(['load-balancer', 'external-name'])),
    argoCd: flag,
  })
  .catch({});

/**
 * Reads the state of the Create wizard as answers. What is not answered yet is an empty text where an answer is
 * required, and absent elsewhere. Pure.
 *
 * @param form - values of the wizard's form, by parameter
 * @param parameters - names of the parameters that differ from those of the template `dragonfly-cache`
 * @public
 */
export function cacheAnswersOfForm(
  form: Record<string, unknown>,
  parameters: Partial<WizardParameters> = {},
): CacheAnswers {
  const names = { ...PARAMETERS, ...parameters };
  const textOf = (parameter: keyof WizardParameters) =>
    text.parse(form[names[parameter]]);
  const { id, topology } = useCaseShape.parse(form[names.useCase]);
  const { primary, others } = regionsShape.parse(form[names.regions]);
  const { memory, threads, ...sizing } = sizingShape.parse(form[names.sizing]);
  const repoUrl = textOf('repoUrl');
  return {
    name: textOf('name') ?? '',
    description: textOf('description'),
    owner: textOf('owner') ?? '',
    system: textOf('system'),
    useCase: id ?? '',
    topology,
    primaryRegion: primary ?? '',
    otherRegions: others,
    memory,
    threads,
    sizing,
    consumers: consumersShape.parse(form[names.consumers]),
    ...outputShape.parse(form[names.output]),
    repository: {
      url: repoUrl ? repositoryUrl(repoUrl) : undefined,
      folder: textOf('folder'),
    },
  };
}

/**
 * Makes the request to the generator from the state of the Create wizard: the very request that the template's step
 * `dragonfly:manifests:generate` makes from the same values. Pure.
 *
 * @public
 */
export function cacheSpecOfForm(
  form: Record<string, unknown>,
  parameters: Partial<WizardParameters> = {},
): CacheAnswersResult {
  return cacheSpecOfAnswers(cacheAnswersOfForm(form, parameters));
}
