/** Changes whenever the meaning of the bytes does; older snapshots are then rebuilt from signals. */
const SNAPSHOT_VERSION = 3;

const MAGIC = 0x44534b31; // "DSK1"

type Numbers = Float32Array | Float64Array | Int32Array | Uint16Array | Uint8Array;
const KINDS = { Float32Array, Float64Array, Int32Array, Uint16Array, Uint8Array } as const;
type Kind = keyof typeof KINDS;

interface Header {
  version: number;
  numbers: Record<string, number>;
  values: Record<string, unknown>;
  arrays: { name: string; kind: Kind; length: number }[];
}

function kindOf(array: Numbers): Kind {
  if (array instanceof Float32Array) return "Float32Array";
  if (array instanceof Float64Array) return "Float64Array";
  if (array instanceof Int32Array) return "Int32Array";
  return array instanceof Uint16Array ? "Uint16Array" : "Uint8Array";
}

const padded = (bytes: number) => Math.ceil(bytes / 8) * 8;

/** Collects the state of an engine under names, then writes one buffer: header as JSON, raw arrays. */
export class SnapshotWriter {
  private readonly header: Header = {
    version: SNAPSHOT_VERSION,
    numbers: {},
    values: {},
    arrays: [],
  };
  private readonly arrays: Numbers[] = [];
  private readonly names = new Set<string>();

  /** @throws {RangeError} when two parts use one name, since one would overwrite the other */
  private claim(name: string): void {
    if (this.names.has(name)) throw new RangeError(`two parts are named ${name}`);
    this.names.add(name);
  }

  number(name: string, value: number): void {
    this.claim(name);
    this.header.numbers[name] = value;
  }

  /** Any JSON value. Floats survive exactly: JSON prints the shortest text that reads back the same. */
  value(name: string, value: unknown): void {
    this.claim(name);
    this.header.values[name] = value;
  }

  array(name: string, array: Numbers): void {
    this.claim(name);
    this.header.arrays.push({ name, kind: kindOf(array), length: array.length });
    this.arrays.push(array);
  }

  /** Stores only the rows of `width` floats that hold something; most hash buckets are empty. */
  sparse(name: string, array: Float32Array, width: number): void {
    const rows: number[] = [];
    for (let row = 0; row * width < array.length; row++) {
      for (let i = row * width; i < (row + 1) * width; i++) {
        if (array[i] !== 0) {
          rows.push(row);
          break;
        }
      }
    }
    const data = new Float32Array(rows.length * width);
    rows.forEach((row, i) => {
      data.set(array.subarray(row * width, (row + 1) * width), i * width);
    });
    this.array(`${name}.rows`, Int32Array.from(rows));
    this.array(`${name}.data`, data);
  }

  finish(): Uint8Array {
    const header = new TextEncoder().encode(JSON.stringify(this.header));
    const start = padded(8 + header.length);
    const size = this.arrays.reduce((sum, array) => sum + padded(array.byteLength), start);
    const out = new Uint8Array(size);
    const view = new DataView(out.buffer);
    view.setUint32(0, MAGIC);
    view.setUint32(4, header.length);
    out.set(header, 8);
    let at = start;
    for (const array of this.arrays) {
      out.set(new Uint8Array(array.buffer, array.byteOffset, array.byteLength), at);
      at += padded(array.byteLength);
    }
    return out;
  }
}

/**
 * Reads what `SnapshotWriter` wrote.
 *
 * @throws {RangeError} when the bytes are no snapshot, are of another version or lack a part; the
 *   caller then rebuilds the engine from its signals
 */
export class SnapshotReader {
  private readonly header: Header;
  private readonly places = new Map<string, { at: number; kind: Kind; length: number }>();
  private readonly bytes: Uint8Array<ArrayBuffer>;

  constructor(snapshot: Uint8Array) {
    this.bytes = new Uint8Array(snapshot); // a copy starts at offset 0, so arrays are aligned
    const view = new DataView(this.bytes.buffer);
    if (this.bytes.length < 8 || view.getUint32(0) !== MAGIC) throw new RangeError("no snapshot");
    const length = view.getUint32(4);
    if (8 + length > this.bytes.length) throw new RangeError("snapshot is cut short");
    const header: Header = JSON.parse(new TextDecoder().decode(this.bytes.subarray(8, 8 + length)));
    if (header.version !== SNAPSHOT_VERSION) {
      throw new RangeError(`snapshot version ${header.version}, not ${SNAPSHOT_VERSION}`);
    }
    this.header = header;
    let at = padded(8 + length);
    for (const { name, kind, length: count } of header.arrays) {
      this.places.set(name, { at, kind, length: count });
      at += padded(count * KINDS[kind].BYTES_PER_ELEMENT);
    }
    if (at > this.bytes.length) throw new RangeError("snapshot is cut short");
  }

  number(name: string): number {
    const value = this.header.numbers[name];
    if (value === undefined) throw new RangeError(`snapshot lacks ${name}`);
    return value;
  }

  value<T>(name: string): T {
    if (!(name in this.header.values)) throw new RangeError(`snapshot lacks ${name}`);
    return this.header.values[name] as T; // written by the same version of the same class
  }

  private place(name: string, kind: Kind) {
    const place = this.places.get(name);
    if (place?.kind !== kind) throw new RangeError(`snapshot lacks ${name} of ${kind}`);
    return place;
  }

  floats(name: string): Float32Array {
    const { at, length } = this.place(name, "Float32Array");
    return new Float32Array(this.bytes.buffer, at, length).slice();
  }

  doubles(name: string): Float64Array {
    const { at, length } = this.place(name, "Float64Array");
    return new Float64Array(this.bytes.buffer, at, length).slice();
  }

  ints(name: string): Int32Array {
    const { at, length } = this.place(name, "Int32Array");
    return new Int32Array(this.bytes.buffer, at, length).slice();
  }

  shorts(name: string): Uint16Array {
    const { at, length } = this.place(name, "Uint16Array");
    return new Uint16Array(this.bytes.buffer, at, length).slice();
  }

  octets(name: string): Uint8Array {
    const { at, length } = this.place(name, "Uint8Array");
    return this.bytes.slice(at, at + length);
  }

  sparse(name: string, into: Float32Array, width: number): void {
    const rows = this.ints(`${name}.rows`);
    const data = this.floats(`${name}.data`);
    into.fill(0);
    rows.forEach((row, i) => {
      into.set(data.subarray(i * width, (i + 1) * width), row * width);
    });
  }
}
