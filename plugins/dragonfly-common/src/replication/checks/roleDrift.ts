import { CacheView } from '../cacheView';
import { reason } from '../reason';
import { Reason } from '../reasons';

/** ROLE_DRIFT: a node answers in another role than Git declares for it. */
export function checkRoleDrift(view: CacheView): Reason[] {
  return view.nodes.flatMap(({ current, declaration, region }) => {
    const observed = current?.facts.replication.role;
    return observed === undefined || observed === declaration.declaredRole
      ? []
      : [
          reason(
            'ROLE_DRIFT',
            `The server in ${region} is declared ${declaration.declaredRole} and answers as ${observed}.`,
            region,
          ),
        ];
  });
}
