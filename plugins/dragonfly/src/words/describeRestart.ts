import { RestartForecast } from 'backstage-plugin-dragonfly-common';

/** What would become of a node's data if its server restarted now, in words. */
export function describeRestart(forecast: RestartForecast): string {
  const { kind, because } = forecast;
  switch (kind) {
    case 'copies-again':
      return `no loss: ${because}`;
    case 'kept-elsewhere':
      return `kept elsewhere: ${because}`;
    case 'lost':
      return `data lost: ${because}`;
    case 'unknown':
      return `not known: ${because}`;
    default:
      return kind satisfies never;
  }
}
