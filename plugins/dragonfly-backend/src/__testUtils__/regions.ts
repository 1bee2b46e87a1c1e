/** The regions of app-config that tests use. */
export const regions = {
  region1: { title: 'Frankfurt', domain: 'databases.region1.example.com' },
  region2: { title: 'Dublin', domain: 'databases.region2.example.com' },
};
