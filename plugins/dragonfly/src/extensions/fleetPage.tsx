import { PageBlueprint } from '@backstage/frontend-plugin-api';
import { RiDatabase2Line } from '@remixicon/react';
import { fleetRouteRef } from '../routes';

/** `page:dragonfly`, every cache on one page. */
export const fleetPage = PageBlueprint.make({
  params: {
    path: '/caches',
    title: 'Caches',
    icon: <RiDatabase2Line />,
    routeRef: fleetRouteRef,
    loader: () =>
      import('../components/FleetPage').then(({ FleetPage }) => <FleetPage />),
  },
});
