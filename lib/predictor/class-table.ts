import { BUCKETS } from "./features";
import type { SnapshotReader, SnapshotWriter } from "./snapshot";

/** Floats in one table, 32 MB: with more answers the hash gets fewer buckets, not more memory. */
const MAX_CELLS = 1 << 23;

/** Little is left over, since each column costs a quarter of a megabyte. */
const GROWTH = 1.25;

/** A matrix of hash buckets by answers that grows by answers and keeps within a fixed memory. */
export class ClassTable {
  rows: number;
  width: number;
  data: Float32Array;

  /** @param size buckets (a power of two), answers to begin with, and cells at most */
  constructor(
    private readonly name: string,
    private readonly size = { rows: BUCKETS, width: 32, cells: MAX_CELLS },
  ) {
    this.rows = size.rows;
    this.width = size.width;
    this.data = new Float32Array(this.rows * this.width);
  }

  /** First cell of a feature's row. */
  start(id: number): number {
    return (id & (this.rows - 1)) * this.width;
  }

  /** Makes room for `classes` answers; folded rows are averaged, since both hash to one bucket. */
  fit(classes: number): void {
    if (classes <= this.width) return;
    const { rows, width, data } = this;
    while (this.width < classes) this.width = Math.ceil(this.width * GROWTH);
    while (this.rows * this.width > this.size.cells && this.rows > 1) this.rows /= 2;
    const share = this.rows / rows;
    this.data = new Float32Array(this.rows * this.width);
    for (let row = 0; row < rows; row++) {
      const to = (row & (this.rows - 1)) * this.width;
      for (let c = 0; c < width; c++) {
        const cell = (this.data[to + c] ?? 0) + share * (data[row * width + c] ?? 0);
        this.data[to + c] = cell;
      }
    }
  }

  save(to: SnapshotWriter): void {
    to.value(`${this.name}.shape`, [this.rows, this.width]);
    to.sparse(this.name, this.data, this.width);
  }

  load(from: SnapshotReader): void {
    [this.rows, this.width] = from.value<[number, number]>(`${this.name}.shape`);
    this.data = new Float32Array(this.rows * this.width);
    from.sparse(this.name, this.data, this.width);
  }
}
