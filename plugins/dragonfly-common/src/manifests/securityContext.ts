import { PlainValue } from './kubernetesObject';

/** What every container of the pod runs with: no right that the restricted Pod Security Standard forbids. */
export const RESTRICTED_CONTAINER: Record<string, PlainValue> = {
  allowPrivilegeEscalation: false,
  readOnlyRootFilesystem: true,
  capabilities: { drop: ['ALL'] },
};
