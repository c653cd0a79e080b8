import { readFileSync } from "node:fs";
import { join } from "node:path";

/** One customer question and the answer a person would give. */
export interface Row {
  text: string;
  category: string;
  /** True for questions that belong to no category. */
  outOfScope: boolean;
}

/** Fields of RFC 4180 text: quotes, doubled quotes and line breaks inside quotes. */
export function parseCsv(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let field = "";
  let quoted = false;
  for (let i = 0; i < text.length; i++) {
    const char = text[i];
    if (quoted) {
      if (char !== '"') field += char;
      else if (text[i + 1] === '"') field += text[++i];
      else quoted = false;
    } else if (char === '"') quoted = true;
    else if (char === ",") {
      row.push(field);
      field = "";
    } else if (char === "\n") {
      rows.push([...row, field]);
      row = [];
      field = "";
    } else if (char !== "\r") field += char;
  }
  if (field !== "" || row.length > 0) rows.push([...row, field]);
  return rows;
}

/**
 * Reads `train.csv` or `test.csv` with the columns text, category and perhaps oos.
 *
 * @throws {Error} when the file or a column is missing
 */
export function readRows(folder: string, file: string): Row[] {
  const [header = [], ...lines] = parseCsv(readFileSync(join(folder, file), "utf8"));
  const names = header.map((name) => name.trim().replace(/^\uFEFF/, ""));
  const [text, category, oos] = ["text", "category", "oos"].map((name) => names.indexOf(name));
  if (text === undefined || category === undefined || text < 0 || category < 0) {
    throw new Error(`${file} needs the columns text and category`);
  }
  return lines
    .filter((line) => line.length > 1)
    .map((line) => ({
      text: line[text] ?? "",
      category: line[category] ?? "",
      outOfScope: /^(1|true|yes)$/i.test(line[oos ?? -1] ?? ""),
    }));
}
