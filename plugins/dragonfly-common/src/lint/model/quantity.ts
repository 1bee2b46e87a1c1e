const QUANTITY =
  /^(\d{1,18}(?:\.\d{1,9})?)(?:e(\d{1,2})|([numkMGTPE]|[KMGTPE]i))?$/;

const SUFFIXES: Record<string, number> = {
  n: 1e-9,
  u: 1e-6,
  m: 1e-3,
  k: 1e3,
  M: 1e6,
  G: 1e9,
  T: 1e12,
  P: 1e15,
  E: 1e18,
  Ki: 2 ** 10,
  Mi: 2 ** 20,
  Gi: 2 ** 30,
  Ti: 2 ** 40,
  Pi: 2 ** 50,
  Ei: 2 ** 60,
};

/** Reads a quantity of Kubernetes: `2Gi` and `500m`, in bytes or cores; `undefined` for what is none. */
export function parseQuantity(text: string): number | undefined {
  const [, number, exponent, suffix] = QUANTITY.exec(text.trim()) ?? [];
  if (number === undefined) return undefined;
  if (exponent !== undefined) return Number(number) * 10 ** Number(exponent);
  return Number(number) * (suffix === undefined ? 1 : SUFFIXES[suffix]);
}
