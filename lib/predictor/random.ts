/**
 * Seeded pseudo-random numbers whose whole state is one 32-bit number, so that a snapshot can carry
 * it and the same signals always give the same weights.
 *
 * @see T. Ettinger, "mulberry32", public domain generator with period 2^32
 */
export class Random {
  state: number;

  constructor(seed: number) {
    this.state = seed >>> 0;
  }

  /** @returns a number in [0, 1) */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let t = this.state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  }

  /** @returns a whole number in 0..below-1; `below` must be at least 1 */
  int(below: number): number {
    return Math.floor(this.next() * below);
  }
}
