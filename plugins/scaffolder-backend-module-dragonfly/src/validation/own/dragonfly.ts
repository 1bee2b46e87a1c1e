function fields(
  properties: Record<string, object>,
  required: readonly string[] = Object.keys(properties),
) {
  return { type: 'object', properties, required, additionalProperties: false };
}

const text = { type: 'string', minLength: 1 };
const flag = { type: 'boolean' };
const id = { type: 'integer', minimum: 1 };
const texts = { type: 'object', additionalProperties: { type: 'string' } };
const keyOfSecret = fields({ name: text, key: text });
const quantities = fields({
  cpu: { type: 'string', pattern: '^\\d+m?$' },
  memory: { type: 'string', pattern: '^\\d+(Mi|Gi)$' },
});

/**
 * The fields of a resource of the Dragonfly operator (1.6) that the generator uses, with the names and types of the
 * operator's documentation. No package carries the schema of the operator itself.
 */
export const dragonflySchema = fields({
  apiVersion: { const: 'dragonflydb.io/v1alpha1' },
  kind: { const: 'Dragonfly' },
  metadata: fields({ name: text, namespace: text, labels: texts }),
  spec: fields(
    {
      replicas: { type: 'integer', minimum: 1 },
      image: text,
      imagePullPolicy: { enum: ['Always', 'IfNotPresent', 'Never'] },
      args: {
        type: 'array',
        items: { type: 'string', pattern: '^--[a-z0-9_]+=' },
      },
      authentication: fields({ passwordFromSecret: keyOfSecret }),
      aclFromSecret: keyOfSecret,
      tlsSecretRef: fields({ name: text }),
      env: {
        type: 'array',
        items: fields({
          name: text,
          valueFrom: fields({ secretKeyRef: keyOfSecret }),
        }),
      },
      resources: fields({ requests: quantities, limits: quantities }),
      podSecurityContext: fields({
        runAsNonRoot: flag,
        runAsUser: id,
        runAsGroup: id,
        fsGroup: id,
        seccompProfile: fields({ type: { enum: ['RuntimeDefault'] } }),
      }),
      containerSecurityContext: fields({
        allowPrivilegeEscalation: flag,
        capabilities: fields({ drop: { type: 'array', items: text } }),
      }),
      networkPolicyEnabled: flag,
    },
    ['replicas', 'image', 'args', 'authentication', 'resources'],
  ),
});
