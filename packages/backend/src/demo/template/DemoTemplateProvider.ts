import {
  ANNOTATION_LOCATION,
  ANNOTATION_ORIGIN_LOCATION,
  Entity,
} from '@backstage/catalog-model';
import {
  EntityProvider,
  EntityProviderConnection,
} from '@backstage/plugin-catalog-node';

/** Provides one template entity to the catalog. */
export class DemoTemplateProvider implements EntityProvider {
  readonly #template: Entity;
  readonly #file: string;

  constructor(template: Entity, file: string) {
    this.#template = template;
    this.#file = file;
  }

  getProviderName(): string {
    return 'demo-template';
  }

  async connect(connection: EntityProviderConnection): Promise<void> {
    const location = `file:${this.#file}`;
    const entity: Entity = {
      ...this.#template,
      metadata: {
        ...this.#template.metadata,
        annotations: {
          ...this.#template.metadata.annotations,
          [ANNOTATION_LOCATION]: location,
          [ANNOTATION_ORIGIN_LOCATION]: location,
        },
      },
    };
    await connection.applyMutation({
      type: 'full',
      entities: [{ entity, locationKey: this.getProviderName() }],
    });
  }
}
