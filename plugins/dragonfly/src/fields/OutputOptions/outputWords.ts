import { OutputField } from 'backstage-plugin-dragonfly-common';

/** What one value of an output field is called, what it means, and what to know before choosing it. */
export interface OptionWords {
  label: string;
  meaning: string;
  caveat: string;
}

interface FieldWords {
  title: string;
  /** Words of each value, by its text. */
  values: Record<string, OptionWords>;
}

/** The output fields in the order they are asked in. */
export const outputWords = {
  flavour: {
    title: 'What makes the servers',
    values: {
      kustomize: {
        label: 'Kubernetes objects, with kustomize',
        meaning:
          'A StatefulSet and what belongs to it in a base, and one overlay per region.',
        caveat: 'Nothing has to be installed in the clusters for the servers.',
      },
      operator: {
        label: 'The Dragonfly operator',
        meaning:
          'One object of kind Dragonfly, from which the operator makes the pods.',
        caveat: 'The operator has to run in every cluster.',
      },
    },
  },
  secrets: {
    title: 'Where the passwords come from',
    values: {
      'external-secret': {
        label: 'External Secrets',
        meaning:
          'The operator of that name copies them from the secret store of each region.',
        caveat:
          'The store of every region needs the same values, or the old primary cannot follow the new one after a promotion.',
      },
      'bring-your-own': {
        label: 'A Secret of your own',
        meaning:
          'You create the Secret in every region before the first deployment; the README lists its keys.',
        caveat:
          'It has to be equal in all regions, and rotating it is up to you.',
      },
    },
  },
  tls: {
    title: 'Encryption',
    values: {
      true: {
        label: 'TLS for clients and replication',
        meaning:
          'cert-manager issues and renews the certificates of the servers.',
        caveat:
          'Applications have to connect with TLS and trust the authority of the issuer.',
      },
      false: {
        label: 'No encryption',
        meaning: 'Clients and replicas connect in plain text.',
        caveat:
          'Whoever can read the network between the regions reads the data and the passwords.',
      },
    },
  },
  crossRegion: {
    title: 'How the regions reach each other',
    values: {
      'load-balancer': {
        label: 'An internal load balancer in each region',
        meaning:
          'A Service asks the cloud of the region for it, with the annotations of the platform team.',
        caveat:
          'It costs one load balancer per region, and the DNS name of the cache has to lead to it.',
      },
      'external-name': {
        label: 'A path the platform has already',
        meaning:
          'A gateway or a mesh leads from region to region; the manifests only name it.',
        caveat:
          'The manifests open nothing: the path has to exist before the replica starts.',
      },
    },
  },
  argoCd: {
    title: 'Deployment',
    values: {
      true: {
        label: 'An Argo CD ApplicationSet',
        meaning:
          'Argo CD deploys every region from the repository, and leaves alone what a promotion changes.',
        caveat:
          'The ApplicationSet itself has to be brought into the namespace of Argo CD once.',
      },
      false: {
        label: 'No ApplicationSet',
        meaning:
          'You apply the overlay of each region, or your own applications do.',
        caveat:
          'Self-healing deployments have to leave the role alone; the README says which fields.',
      },
    },
  },
} satisfies Record<OutputField, FieldWords>;
