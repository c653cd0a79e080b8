/** `unknown`: a fact was not kept. It does not hold then, and neither does its opposite. */
export type Checked = { holds: boolean; why: string; unknown?: true };

export function equals(field: string, actual: string, wanted: string): Checked {
  return { holds: actual === wanted, why: `${field} is ${actual}` };
}

export function includes(name: string, all: readonly string[], wanted: string): Checked {
  const holds = all.some((one) => one.toLowerCase() === wanted.toLowerCase());
  return { holds, why: `${holds ? "it has" : "it lacks"} the ${name} "${wanted}"` };
}

export const enough = (name: string, actual: number, least: number): Checked => ({
  holds: actual >= least,
  why: `${actual} ${name}`,
});

export const is = (name: string, actual: boolean, wanted: boolean): Checked => ({
  holds: actual === wanted,
  why: `${name}: ${actual ? "yes" : "no"}`,
});
