export { NO_FAULTS, type DirectionFaults } from './faults';
export { TcpProxy, type ProxyDirection } from './tcpProxy';
