import { JsonObject } from '@backstage/types';
import { Policy, Topology, UseCase } from 'backstage-plugin-dragonfly-common';
import { chosenUseCase } from './chosenUseCase';

/** Where the use case is looked for unless the template says otherwise. */
const DEFAULT_USE_CASE_FIELD = 'useCase';

interface ReadUseCaseOfFormOptions {
  /** The whole form, as far as it is filled in. */
  formData: JsonObject | undefined;
  /** Name of the parameter that holds the value of `DragonflyUseCasePicker`. */
  useCaseField?: string;
  policy: Policy;
}

/** What the use case chosen elsewhere in the form means for the regions. */
export function readUseCaseOfForm(options: ReadUseCaseOfFormOptions): {
  useCase?: UseCase;
  topology?: Topology;
} {
  const { formData, useCaseField = DEFAULT_USE_CASE_FIELD, policy } = options;
  const value = formData?.[useCaseField];
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return {};
  }
  const { id, topology } = value;
  return chosenUseCase(
    {
      id: typeof id === 'string' ? id : undefined,
      topology:
        topology === 'replicated' || topology === 'independent'
          ? topology
          : undefined,
    },
    policy,
  );
}
