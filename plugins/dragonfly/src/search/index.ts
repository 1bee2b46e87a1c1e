export * from './DragonflySearchResultItem';
