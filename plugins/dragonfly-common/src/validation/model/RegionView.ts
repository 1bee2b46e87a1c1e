import { ManifestObject } from './ManifestObject';
import { ManifestSet } from './ManifestSet';
import { serverOf, ServerObject } from './server';

const KUSTOMIZE = /^kustomize\.config\.k8s\.io\//;

/** What kustomize builds for one region: the base and the overlay. */
export class RegionView {
  readonly objects: readonly ManifestObject[];
  readonly servers: readonly ServerObject[];

  constructor(
    readonly name: string,
    set: ManifestSet,
  ) {
    this.objects = [
      ...set.inFolder('base'),
      ...set.inFolder(`overlays/${name}`),
    ].filter(({ apiVersion }) => !KUSTOMIZE.test(apiVersion));
    this.servers = this.objects.flatMap(object => serverOf(object) ?? []);
  }

  /** Whether there is exactly one server; without it there is nothing that others could lead to. */
  get hasServer(): boolean {
    return this.servers.length === 1;
  }

  ofKind(kind: string): ManifestObject[] {
    return this.objects.filter(object => object.kind === kind);
  }

  find(kind: string, name: string | undefined): ManifestObject | undefined {
    return this.ofKind(kind).find(object => object.name === name);
  }
}
