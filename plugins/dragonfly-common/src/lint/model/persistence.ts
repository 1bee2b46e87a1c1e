import { Server } from './server';
import { settingOf } from './setting';

/** Whether a Redis server writes its data to disk; snapshots are on unless they are turned off. */
export function writesDisk({ settings }: Server): boolean {
  const append = settingOf(settings, 'appendonly')?.value.toLowerCase();
  return append === 'yes' || settingOf(settings, 'save')?.value.trim() !== '';
}

/** Whether a Dragonfly server writes a snapshot when it stops and reads it when it starts, as it does by default. */
export function takesSnapshots({ settings, operator, pod }: Server): boolean {
  if (operator) return pod.get('snapshot').exists;
  return settingOf(settings, 'dbfilename')?.value !== '';
}

const STORAGES = ['s3://', 'gs://', 'az://', 'azure://'];

/** Whether what a server writes outlives its pod: a claim that it mounts, or a storage outside of the cluster. */
export function survivesPod(server: Server): boolean {
  const { container, object, operator, pod, settings } = server;
  const directory = settingOf(settings, 'dir')?.value ?? '';
  if (STORAGES.some(scheme => directory.startsWith(scheme))) return true;
  if (operator) {
    return (
      pod.get('snapshot', 'persistentVolumeClaimSpec').exists ||
      pod.get('snapshot', 'dir').exists
    );
  }
  const claims = [
    ...object.node
      .get('spec', 'volumeClaimTemplates')
      .items()
      .map(claim => claim.get('metadata', 'name').text()),
    ...pod
      .get('volumes')
      .items()
      .filter(
        volume =>
          volume.get('persistentVolumeClaim').exists ||
          volume.get('ephemeral').exists ||
          volume.get('hostPath').exists,
      )
      .map(volume => volume.get('name').text()),
  ];
  return container
    .get('volumeMounts')
    .items()
    .some(mount => claims.includes(mount.get('name').text()));
}
