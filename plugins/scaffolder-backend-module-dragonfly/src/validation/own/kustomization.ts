const entries = { type: 'array', minItems: 1, items: { type: 'string' } };

/** The fields of a kustomization that the generator uses. */
export const kustomizationSchema = {
  type: 'object',
  required: ['apiVersion', 'kind'],
  properties: {
    apiVersion: { const: 'kustomize.config.k8s.io/v1beta1' },
    kind: { const: 'Kustomization' },
    resources: entries,
    components: entries,
  },
  additionalProperties: false,
};

/** The folder of a region that belongs to its users, as it is first written. */
export const componentSchema = {
  type: 'object',
  required: ['apiVersion', 'kind'],
  properties: {
    apiVersion: { const: 'kustomize.config.k8s.io/v1alpha1' },
    kind: { const: 'Component' },
    resources: entries,
    components: entries,
  },
  additionalProperties: false,
};
