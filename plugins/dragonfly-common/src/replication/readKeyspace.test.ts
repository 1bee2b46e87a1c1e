import { parseInfo } from './parseInfo';
import { readKeyspace } from './readKeyspace';

it.each`
  situation                    | lines                                                                         | total   | expiring
  ${'Dragonfly, one database'} | ${'db0:keys=1501,expires=501,hits=500,misses=100,hit_ratio=83.33,avg_ttl=-1'} | ${1501} | ${501}
  ${'Redis, two databases'}    | ${'db0:keys=3,expires=1,avg_ttl=0\r\ndb5:keys=4,expires=4,avg_ttl=9'}         | ${7}    | ${5}
  ${'an empty server'}         | ${''}                                                                         | ${0}    | ${0}
  ${'a line it cannot read'}   | ${'db0:keys=many'}                                                            | ${0}    | ${0}
`('reads $situation', ({ lines, total, expiring }) => {
  expect(readKeyspace(parseInfo(`# Keyspace\r\n${lines}\r\n`))).toEqual({
    ok: true,
    value: { total, expiring },
  });
});
