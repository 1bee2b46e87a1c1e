export * from './runbookAnchors';
export * from './runbookFiles';
