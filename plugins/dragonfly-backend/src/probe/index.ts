export * from './ConnectionSlots';
export * from './NodeProbe';
