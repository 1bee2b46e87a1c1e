import { Launch } from '../servers/types';

/** A container that runs before the server, or from before it until after it. */
export interface PodContainer {
  name: string;
  /** `init`: must end well before what follows starts. `sidecar`: runs on, and is started again when it ends. */
  kind: 'init' | 'sidecar';
  program: string;
  launch: Launch;
  /** A program and its arguments, which ends well once what follows may start. */
  startupProbe?: { program: string; arguments: string[] };
}

/** What surrounds a server in its pod. */
export interface PodRecipe {
  /**
   * Brings the files of the volumes as they are declared now. `empty`: for a new pod, in which directories that
   * containers write to hold nothing.
   */
  bringVolumes(options: { empty: boolean }): Promise<void>;
  /**
   * In the order they are started.
   *
   * @param port - of the server
   */
  containers(port: number): PodContainer[];
  /** Name of the container that decides the server's role; absent when nothing does. */
  guard?: string;
  /** How long the containers may take until the server may start, in milliseconds. */
  startDeadlineMs: number;
}
