import { SchedulerServiceTaskScheduleDefinitionConfig } from '@backstage/backend-plugin-api';

export interface Config {
  search?: {
    collators?: {
      /** How Dragonfly caches get into the portal's search. */
      dragonfly?: {
        /**
         * When the index of caches is rebuilt. By default every 10 minutes, 3 seconds after the start, with 5 minutes
         * to finish.
         */
        schedule?: SchedulerServiceTaskScheduleDefinitionConfig;
        /**
         * Page a search result leads to; `:namespace`, `:kind` and `:name` stand for the cache's entity.
         * Default: `/catalog/:namespace/:kind/:name/cache`, the Cache tab. It must not be the page the catalog's own search
         * documents lead to: the built-in search engine keeps one document for each page.
         */
        locationTemplate?: string;
        /**
         * Whether verdict and reasons are indexed. Default: true.
         *
         * Search shows a document to everybody who may read the cache's entity in the catalog. Where
         * `dragonfly.cache.read` is granted to fewer people than that, set this to false: caches are then found by what
         * the catalog says of them only.
         */
        includeHealth?: boolean;
      };
    };
  };
}
