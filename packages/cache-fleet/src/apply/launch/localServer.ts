/** What takes the place of the cluster on this machine. */
export interface LocalServer {
  port: number;
  /** Where the server keeps what it writes. */
  directory: string;
  /** Whether clients and replicas speak TLS to it. */
  tls: boolean;
}
