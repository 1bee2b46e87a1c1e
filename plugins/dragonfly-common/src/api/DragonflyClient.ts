import { parseEntityRef } from '@backstage/catalog-model';
import { ResponseError } from '@backstage/errors';
import { EventPage, SeriesAnswer } from '../history/types';
import { Maintenance, MaintenanceRequest } from '../maintenance/types';
import { CacheState } from '../replication/types';
import {
  CachesRequest,
  DragonflyApi,
  DragonflyRequestOptions,
  EventsRequest,
  SeriesRequest,
} from './DragonflyApi';
import { CacheList, PolicyDocument } from './types';

/** What a {@link DragonflyClient} needs of its host; both the frontend's and the backend's services fit. @public */
export interface DragonflyClientOptions {
  discoveryApi: { getBaseUrl(pluginId: string): Promise<string> };
  fetchApi: { fetch: typeof fetch };
}

/**
 * Typed client of the dragonfly backend's HTTP API, for the browser and for other backend plugins alike.
 *
 * Every method throws a `ResponseError` when the backend refuses: 401 without credentials, 403 without the
 * permission `dragonfly.cache.read` (for a maintenance also `dragonfly.cache.maintain`), 404 for an entity the caller may
 * not see or that is no cache.
 *
 * @public
 */
export class DragonflyClient implements DragonflyApi {
  readonly #discoveryApi: DragonflyClientOptions['discoveryApi'];
  readonly #fetchApi: DragonflyClientOptions['fetchApi'];

  constructor(options: DragonflyClientOptions) {
    this.#discoveryApi = options.discoveryApi;
    this.#fetchApi = options.fetchApi;
  }

  async getPolicy(options?: DragonflyRequestOptions): Promise<PolicyDocument> {
    return this.#get('/policy', options);
  }

  async getCaches(
    request: CachesRequest = {},
    options?: DragonflyRequestOptions,
  ): Promise<CacheList> {
    const { entityRefs = [], limit, cursor } = request;
    const query = new URLSearchParams([
      ...entityRefs.map(entityRef => ['entityRef', entityRef]),
      ...pageParameters({ limit, cursor }),
    ]);
    return this.#get(`/caches${query.size > 0 ? `?${query}` : ''}`, options);
  }

  async getCache(
    entityRef: string,
    options?: DragonflyRequestOptions,
  ): Promise<CacheState> {
    return this.#get(pathOf(entityRef), options);
  }

  async getSeries(
    request: SeriesRequest,
    options?: DragonflyRequestOptions,
  ): Promise<SeriesAnswer> {
    const { entityRef, metrics, from, to } = request;
    const query = new URLSearchParams([
      ...metrics.map(metric => ['metric', metric]),
      ['from', from],
      ['to', to],
    ]);
    return this.#get(`${pathOf(entityRef)}/series?${query}`, options);
  }

  async getEvents(
    request: EventsRequest,
    options?: DragonflyRequestOptions,
  ): Promise<EventPage> {
    const { entityRef, cursor, limit } = request;
    const query = new URLSearchParams(
      pageParameters({ limit, cursor }),
    ).toString();
    return this.#get(
      `${pathOf(entityRef)}/events${query ? `?${query}` : ''}`,
      options,
    );
  }

  async startMaintenance(
    entityRef: string,
    request: MaintenanceRequest,
    options?: DragonflyRequestOptions,
  ): Promise<Maintenance> {
    const response = await this.#send(
      `${pathOf(entityRef)}/maintenance`,
      {
        method: 'PUT',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(request),
      },
      options,
    );
    return response.json();
  }

  async endMaintenance(
    entityRef: string,
    options?: DragonflyRequestOptions,
  ): Promise<void> {
    await this.#send(
      `${pathOf(entityRef)}/maintenance`,
      { method: 'DELETE' },
      options,
    );
  }

  async #get<T>(path: string, options?: DragonflyRequestOptions): Promise<T> {
    const response = await this.#send(path, {}, options);
    return response.json();
  }

  async #send(
    path: string,
    request: { method?: string; headers?: HeadersInit; body?: string },
    options?: DragonflyRequestOptions,
  ): Promise<Response> {
    const baseUrl = await this.#discoveryApi.getBaseUrl('dragonfly');
    const headers = new Headers(request.headers);
    if (options?.token) {
      headers.set('Authorization', `Bearer ${options.token}`);
    }
    const response = await this.#fetchApi.fetch(`${baseUrl}${path}`, {
      ...request,
      headers,
      signal: options?.signal,
    });
    if (!response.ok) {
      throw await ResponseError.fromResponse(response);
    }
    return response;
  }
}

function pageParameters(page: { limit?: number; cursor?: string }): string[][] {
  const { limit, cursor } = page;
  return [
    ...(cursor === undefined ? [] : [['cursor', cursor]]),
    ...(limit === undefined ? [] : [['limit', String(limit)]]),
  ];
}

function pathOf(entityRef: string): string {
  const { kind, namespace, name } = parseEntityRef(entityRef);
  const path = [kind, namespace, name].map(encodeURIComponent).join('/');
  return `/caches/${path}`;
}
