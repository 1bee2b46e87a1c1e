import { FleetNode } from './fleetNode';

function field(info: string, name: string): string | undefined {
  const line = info.split('\r\n').find(each => each.startsWith(`${name}:`));
  return line?.slice(name.length + 1);
}

/** Whether replicas have a complete copy of their primary's data, by what both sides say. */
export async function isInSync(
  primary: FleetNode,
  replicas: FleetNode[],
): Promise<boolean> {
  const [ofPrimary, ...ofReplicas] = await Promise.all(
    [primary, ...replicas].map(node =>
      node.ask(client => client.info('replication')),
    ),
  );
  return (
    (ofPrimary.match(/^slave\d+:.*state=(online|stable_sync)/gm) ?? [])
      .length === replicas.length &&
    ofReplicas.every(
      info =>
        field(info, 'master_link_status') === 'up' &&
        field(info, 'master_sync_in_progress') === '0',
    )
  );
}
