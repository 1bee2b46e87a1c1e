import {
  AuditorService,
  AuthService,
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { NotAllowedError, NotFoundError, toError } from '@backstage/errors';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { JsonObject } from '@backstage/types';
import {
  dragonflyCacheMaintainPermission,
  Maintenance,
  MaintenanceRequest,
} from 'backstage-plugin-dragonfly-common';
import { Request } from 'express';
import { CacheAccess } from '../access';
import { Inventory } from '../inventory';
import { Maintenances } from './Maintenances';

const MINUTE_MS = 60_000;

export interface MaintenanceServiceOptions {
  auditor: AuditorService;
  auth: AuthService;
  access: CacheAccess;
  permissions: PermissionsService;
  inventory: Inventory;
  maintenances: Maintenances;
}

interface RequestOptions {
  credentials: BackstageCredentials;
  /** The HTTP request, for the audit log. */
  request: Request;
}

/**
 * Lets people declare and end the maintenance of a cache. Whoever may, must be a user, see the cache and have the permission
 * `dragonfly.cache.maintain` on its entity. What is tried is audited, whether or not it is permitted.
 */
export class MaintenanceService {
  readonly #options: MaintenanceServiceOptions;

  static create(options: MaintenanceServiceOptions): MaintenanceService {
    return new MaintenanceService(options);
  }

  private constructor(options: MaintenanceServiceOptions) {
    this.#options = options;
  }

  /**
   * Declares a maintenance from now on, in place of the one that the cache may have.
   *
   * @throws NotFoundError when the caller sees no such entity, or it is no cache that is watched; NotAllowedError without
   * the permissions or for a caller that is no user; ServiceUnavailableError while the database fails
   */
  async start(
    entityRef: string,
    { minutes, note }: MaintenanceRequest,
    options: RequestOptions,
  ): Promise<Maintenance> {
    const now = Date.now();
    const startedAt = new Date(now).toISOString();
    const until = new Date(now + minutes * MINUTE_MS).toISOString();
    const meta = { queryType: 'start', entityRef, until, minutes };
    return this.#audited(meta, options, async () => {
      const startedBy = await this.#assertPermitted(entityRef, options);
      await this.#assertWatched(entityRef);
      const maintenance = { entityRef, startedAt, until, startedBy, note };
      await this.#options.maintenances.start(maintenance);
      return maintenance;
    });
  }

  /**
   * Ends the maintenance of a cache; does nothing when there is none.
   *
   * @throws what {@link MaintenanceService.start} throws, except for a cache that is not watched
   */
  async end(entityRef: string, options: RequestOptions): Promise<void> {
    const meta = { queryType: 'end', entityRef };
    await this.#audited(meta, options, async () => {
      const endedBy = await this.#assertPermitted(entityRef, options);
      await this.#options.maintenances.end(entityRef, endedBy);
    });
  }

  /** Audits a request for a maintenance that could not be read. */
  async refuse(
    entityRef: string,
    error: Error,
    { request }: Pick<RequestOptions, 'request'>,
  ): Promise<void> {
    const event = await this.#tell({ queryType: 'start', entityRef }, request);
    await event.fail({ error });
  }

  #tell(meta: JsonObject, request: Request) {
    return this.#options.auditor.createEvent({
      eventId: 'maintenance',
      severityLevel: 'medium',
      request,
      meta,
    });
  }

  async #audited<T>(
    meta: JsonObject,
    { request }: RequestOptions,
    work: () => Promise<T>,
  ): Promise<T> {
    const event = await this.#tell(meta, request);
    let result: T;
    try {
      result = await work();
    } catch (error) {
      await event.fail({ error: toError(error) });
      throw error;
    }
    await event.success();
    return result;
  }

  /** Returns the reference of the user. */
  async #assertPermitted(
    entityRef: string,
    { credentials }: RequestOptions,
  ): Promise<string> {
    const { access, auth, permissions } = this.#options;
    if (!auth.isPrincipal(credentials, 'user')) {
      throw new NotAllowedError(
        'Only a user may declare or end a maintenance, so that it is known who keeps owners from being notified; found the credentials of a service. Do it on the page of the cache, or send the token of a user.',
      );
    }
    await access.assertReadable(entityRef, { credentials });
    const [{ result }] = await permissions.authorize(
      [
        {
          permission: dragonflyCacheMaintainPermission,
          resourceRef: entityRef,
        },
      ],
      { credentials },
    );
    if (result !== AuthorizeResult.ALLOW) {
      throw new NotAllowedError(
        `Permission "${dragonflyCacheMaintainPermission.name}" on ${entityRef} is needed to declare or end a maintenance of the cache; ask its owner, or whoever administers the portal's permissions.`,
      );
    }
    return credentials.principal.userEntityRef;
  }

  async #assertWatched(entityRef: string): Promise<void> {
    const { inventory } = this.#options;
    if (!inventory.find(entityRef)) {
      // The entity is newer than the last reading of the catalog.
      await inventory.refresh();
    }
    if (!inventory.find(entityRef)) {
      throw new NotFoundError(
        `Cache ${entityRef} is not watched yet; try again in a few seconds.`,
      );
    }
  }
}
