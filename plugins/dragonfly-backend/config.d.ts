import { HumanDuration } from '@backstage/types';
import { SchedulerServiceTaskScheduleDefinitionConfig } from '@backstage/backend-plugin-api';

export interface Config {
  /**
   * Dragonfly caches. Everything but `adr.schedule` is followed without a restart when the config changes; a change that is not valid is refused as a whole and the one before stays in force.
   */
  dragonfly?: {
    /** The organisation's decision record on caching, which is the policy. */
    adr?: {
      /** Read through the portal's URL readers, so a `https://` address of a configured integration. */
      url?: string;
      /** Path of a file, relative to the backend's working directory. Ignored when `url` is set; without both, the copy shipped with the plugin is read. */
      file?: string;
      /** How often it is read again. Default: every minute. */
      schedule?: SchedulerServiceTaskScheduleDefinitionConfig;
    };

    /** The regions caches run in, by name (a DNS label). */
    regions?: {
      [region: string]: {
        /** Shown to people. Default: the name. */
        title?: string;
        /** DNS suffix under which the region's caches are reached from other regions: `<cache>.<domain>`. */
        domain: string;
        /** Address ranges the other regions' pods connect from. Default: none. */
        cidrs?: string[];
        /** Annotations that make a load balancer of the region's cloud internal. */
        loadBalancerAnnotations?: { [annotation: string]: string };
        /** Where the region's External Secrets operator reads passwords. Without it in every region, people bring their own Secrets. */
        secretStore?: {
          /** Default: `ClusterSecretStore`. */
          kind?: 'SecretStore' | 'ClusterSecretStore';
          name: string;
          /** Path of a cache's passwords; `{{cache}}` stands for the cache's name. */
          path: string;
        };
        /** The region's cluster as Argo CD knows it, by name or by API server. */
        cluster?: { name: string } | { server: string };
      };
    };

    /** What generated manifests contain. */
    manifests?: {
      /** Pinned image of the server. Default: `docker.dragonflydb.io/dragonflydb/dragonfly:v1.40.1`. */
      image?: string;
      /** Version of the server in the image. Default: the version in the image's tag. Required when the tag is none. */
      serverVersion?: string;
      /** Namespace that monitoring and the portal connect from. Default: `monitoring`. */
      monitoringNamespace?: string;
      /** Pinned image with a shell and `valkey-cli` or `redis-cli`, for the guard that runs before a server starts. Default: `docker.io/valkey/valkey:8.1.4-alpine3.22`. */
      startGuardImage?: string;
      /** How the regions of a cache reach each other where a request does not say. Default: `external-name`. */
      crossRegion?: 'load-balancer' | 'external-name';
      /** What watches the metrics. */
      monitoring?: {
        /** Default: `PodMonitor`. */
        kind?: 'PodMonitor' | 'ServiceMonitor';
        /** Labels that Prometheus selects monitors and rules by, for example `release: prometheus`. Default: none. */
        labels?: { [label: string]: string };
        /** Labels that Grafana selects dashboards by. Default: `grafana_dashboard: "1"`. */
        dashboardLabels?: { [label: string]: string };
      };
      /** The cert-manager issuer of the servers' certificates. Without it no cache has TLS. */
      issuer?: {
        /** Default: `ClusterIssuer`. */
        kind?: 'Issuer' | 'ClusterIssuer';
        name: string;
      };
      /** Argo CD. Without it no cache has an ApplicationSet; with it, one whose regions all have a `cluster` does. */
      argoCd?: {
        /** Namespace of ApplicationSets. Default: `argocd`. */
        namespace?: string;
        /** Default: `default`. */
        project?: string;
        /** Branch or tag that is deployed. Default: `HEAD`, the repository's default branch. */
        revision?: string;
      };
    };

    /** Which caches there are, and where. */
    inventory?: {
      /** How often the catalog is asked which caches there are. Default: 10 seconds. */
      refreshInterval?: HumanDuration | string;
      /** A document beside app-config that says where caches are. It holds no secrets: nodes name an entry of `credentials`. */
      source?: {
        /** Read through the portal's URL readers. Either this or `file`. */
        url?: string;
        /** Path of a file, relative to the backend's working directory. Either this or `url`. */
        file?: string;
        /** Time from one reading to the next, at least 250 milliseconds. Default: 30 seconds. */
        refreshInterval?: HumanDuration | string;
      };
    };

    /** How caches are watched. */
    monitor?: {
      /** Time from one probe of a node to the next, at least 250 milliseconds. Default: 2 seconds. */
      interval?: HumanDuration | string;
      /** When a probe gives up; must be shorter than `interval`. Default: three quarters of `interval`. */
      timeout?: HumanDuration | string;
      /** Lag above which a cache is degraded. Default: 10 seconds. */
      lagThreshold?: HumanDuration | string;
      /** The same for single use cases, by their id in the policy, for example `session-cache`. */
      lagThresholds?: { [useCase: string]: HumanDuration | string };
      /** Regions this instance of the backend can reach, at least one. Instances that share the database probe the rest for it; nodes that none reaches are shown as not observed. The clocks of the instances must agree. Default: all. */
      regions?: string[];
      /** What may be done to tell lag in time, beyond what the user for watching may ask. */
      lag?: {
        /** Asks a Dragonfly for its position in the journal, with the credentials under `operations` of the node. Default: false. */
        positions?: boolean | string;
        /** Keys that the portal writes to the primary and looks for on the replicas. */
        heartbeat?: {
          /** Default: false. */
          enabled?: boolean | string;
          /** Time from one write to the next, at least 250 milliseconds. Default: 1 second. */
          interval?: HumanDuration | string;
        };
      };
    };

    /** What is remembered of every cache. */
    history?: {
      /** How long it is kept: samples of every interval, minutes and hours made of them. Each at least as long as the one before. */
      retention?: {
        /** Default: 24 hours. */
        raw?: HumanDuration | string;
        /** Default: 30 days. */
        minutes?: HumanDuration | string;
        /** Default: 365 days. Events are kept as long. */
        hours?: HumanDuration | string;
      };
    };

    /** Where people find the runbooks of caches. */
    runbook?: {
      /**
       * An https address, when runbooks are not kept beside the `catalog-info.yaml` of the caches. `{{cache}}` stands for the
       * cache's name and `{{anchor}}` for a section; without the latter the section is the fragment.
       */
      url?: string;
    };

    /** What nodes are logged in to with, by the name they refer to. */
    credentials?: {
      [name: string]: DragonflyCredentialsConfig;
    };

    /** Where caches are reached. An entity chooses one by annotation `dragonflydb.io/profile`; without it, `default`. */
    profiles?: {
      [profile: string]: {
        /** By name of the region. */
        nodes: {
          [region: string]: DragonflyNodeConfig;
        };
      };
    };

    /** Single caches, by the cache's name: where they are, and whose they are. */
    caches?: {
      [cache: string]: {
        /** The only entity that may have this name, for example `resource:default/sessions`. */
        entityRef?: string;
        /** By name of the region. When set, no profile is looked at for this cache. */
        nodes?: {
          [region: string]: DragonflyNodeConfig;
        };
      };
    };
  };
}

/** How the portal reaches one server. */
export interface DragonflyNodeConfig extends DragonflyCredentialsConfig {
  /** Host name or address; `{{cache}}` stands for the cache's name. */
  host: string;
  /** Default: 6379. */
  port?: number | string;
  /** Default: false. */
  tls?: boolean | string;
  /** Name of an entry of `dragonfly.credentials`, instead of `username`, `password`, `passwordFile`, `caFile` and `operations`. */
  credentials?: string;
}

/** How the portal logs in to servers. The user needs no more than `+ping +info +role +wait`. */
export interface DragonflyCredentialsConfig {
  /** PEM file with the certificate authorities to trust instead of the system's; needs `tls: true`. */
  caFile?: string;
  /** Default: the server's default user. */
  username?: string;
  /**
   * Of the user. Either this or `passwordFile`; neither for a server without a password.
   *
   * @visibility secret
   */
  password?: string;
  /** File that holds the password; `{{cache}}` stands for the cache's name. Read at every connect, so a rotation needs no restart. */
  passwordFile?: string;
  /**
   * User for operations, which the server lets do more than watch. Without it nothing is asked or done that needs one.
   */
  operations?: {
    /** Default: the server's default user. */
    username?: string;
    /**
     * Either this or `passwordFile`.
     *
     * @visibility secret
     */
    password?: string;
    /** File that holds the password; `{{cache}}` stands for the cache's name. Read at every connect. */
    passwordFile?: string;
  };
}
