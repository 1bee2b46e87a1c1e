import { PolicyNote, ServerTemplate, UseCase } from '../types';

/** The word "LRU" for another algorithm, and rows that the ADR's own `--cache_mode` contradicts. */
export function evictionNotes(
  useCases: UseCase[],
  servers: ServerTemplate[],
): PolicyNote[] {
  const rowsOf = (eviction: UseCase['eviction']) =>
    useCases.filter(useCase => useCase.eviction === eviction);
  const lru = rowsOf('lru');
  const notes: PolicyNote[] = [];
  if (lru.length > 0) {
    notes.push({
      code: 'EVICTION_WORD',
      message: `${places(lru)} of the use-case table ${lru.length > 1 ? 'say' : 'says'} "LRU"; with --cache_mode=true Dragonfly evicts by an algorithm of its own, close to 2Q, not by LRU.`,
      lines: lru.map(({ line }) => line),
    });
  }
  for (const { eviction, cacheMode } of [
    { eviction: 'fixed', cacheMode: true },
    { eviction: 'lru', cacheMode: false },
  ] as const) {
    const rows = rowsOf(eviction);
    const contradicting = servers
      .map(server => server.cacheMode)
      .filter(({ value }) => value === cacheMode);
    if (rows.length > 0 && contradicting.length > 0) {
      const word = eviction === 'lru' ? 'LRU' : 'Fixed';
      notes.push({
        code: 'EVICTION_CONTRADICTION',
        message: `${places(rows)} of the use-case table ${rows.length > 1 ? 'say' : 'says'} "${word}"; --cache_mode=${cacheMode} (${places(contradicting).toLowerCase()}) ${cacheMode ? 'evicts' : 'refuses writes'} when memory is full.`,
        lines: [...rows, ...contradicting].map(({ line }) => line),
      });
    }
  }
  return notes;
}

function places(where: { line: number }[]): string {
  const lines = where.map(({ line }) => line).join(', ');
  return where.length > 1 ? `Lines ${lines}` : `Line ${lines}`;
}
