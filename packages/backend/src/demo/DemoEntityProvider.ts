import {
  ANNOTATION_LOCATION,
  ANNOTATION_ORIGIN_LOCATION,
  Entity,
} from '@backstage/catalog-model';
import {
  EntityProvider,
  EntityProviderConnection,
} from '@backstage/plugin-catalog-node';

/** What {@link DemoEntityProvider} provides. */
export interface DemoEntityProviderOptions {
  /** Unique among the catalog's providers. */
  name: string;
  entity: Entity;
  /** Location reference of where the entity comes from, for example `file:/path`. */
  location: string;
}

/** Provides one entity to the catalog. */
export class DemoEntityProvider implements EntityProvider {
  static create(options: DemoEntityProviderOptions): DemoEntityProvider {
    return new DemoEntityProvider(options);
  }

  private constructor(private readonly options: DemoEntityProviderOptions) {}

  getProviderName(): string {
    return this.options.name;
  }

  async connect(connection: EntityProviderConnection): Promise<void> {
    const { entity, location, name } = this.options;
    const located: Entity = {
      ...entity,
      metadata: {
        ...entity.metadata,
        annotations: {
          ...entity.metadata.annotations,
          [ANNOTATION_LOCATION]: location,
          [ANNOTATION_ORIGIN_LOCATION]: location,
        },
      },
    };
    await connection.applyMutation({
      type: 'full',
      entities: [{ entity: located, locationKey: name }],
    });
  }
}
