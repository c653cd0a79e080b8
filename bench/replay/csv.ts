import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** One customer question and the answer a person would give. */
export interface Row {
  text: string;
  category: string;
  /** True for questions that belong to no category. */
  outOfScope: boolean;
}

interface Line {
  /** Of the file, from 1: where the row begins. */
  number: number;
  fields: string[];
}

/**
 * Rows of RFC 4180 text: quotes, doubled quotes and line breaks inside quotes. Lenient where people
 * are: a quote inside an unquoted field is a quote, any line end counts, blank lines are skipped.
 *
 * @throws {Error} naming the line, when a quote is never closed
 */
export function parseCsv(text: string): Line[] {
  const lines: Line[] = [];
  let line: Line = { number: 1, fields: [] };
  let field = "";
  let number = 1;
  /** Where the open quote stands; 0 outside quotes. */
  let opened = 0;
  let wasQuoted = false;
  const endField = () => {
    line.fields.push(field);
    field = "";
    wasQuoted = false;
  };
  const endLine = () => {
    const blank = line.fields.length === 0 && field === "" && !wasQuoted;
    if (!blank) {
      endField();
      lines.push(line);
    }
    line = { number: number + 1, fields: [] };
  };
  for (let i = 0; i < text.length; i++) {
    const char = text[i] ?? "";
    if (opened > 0) {
      if (char !== '"') field += char;
      else if (text[i + 1] === '"') field += text[++i];
      else opened = 0;
    } else if (char === '"' && field === "" && !wasQuoted) {
      opened = number;
      wasQuoted = true;
    } else if (char === ",") endField();
    else if (char === "\n") endLine();
    else if (char === "\r") {
      if (text[i + 1] !== "\n") endLine();
    } else field += char;
    if (char === "\n" || (char === "\r" && text[i + 1] !== "\n")) number++;
  }
  if (opened > 0) throw new Error(`line ${opened}: a quote is opened and never closed`);
  endLine();
  return lines;
}

/**
 * The text of a file, without the byte order mark that some programs put first.
 *
 * @throws {Error} naming the file, when it is missing
 */
export function readText(folder: string, file: string): string {
  const path = join(folder, file);
  if (!existsSync(path)) throw new Error(`${path} is missing`);
  return readFileSync(path, "utf8").replace(/^\uFEFF/, "");
}

/**
 * Reads `train.csv` or `test.csv` with the columns text, category and perhaps oos, in any order and
 * beside others.
 *
 * @throws {Error} naming the file, and the line where there is one
 */
export function readRows(folder: string, file: string): Row[] {
  const path = join(folder, file);
  const [header, ...lines] = readLines(path, readText(folder, file));
  const names = header?.fields.map((name) => name.trim().toLowerCase()) ?? [];
  const [text = -1, category = -1, oos = -1] = ["text", "category", "oos"].map((name) =>
    names.indexOf(name),
  );
  if (text < 0 || category < 0) {
    const found = names.join(", ") || "nothing";
    throw new Error(`${path} needs the columns text and category; its first line has: ${found}`);
  }
  if (lines.length === 0) throw new Error(`${path} has no rows`);
  return lines.map(({ number, fields }) => {
    const [asked, answered] = [fields[text], fields[category]];
    if (asked === undefined || answered === undefined) {
      const needed = Math.max(text, category) + 1;
      throw new Error(
        `${path}, line ${number}: ${fields.length} columns, at least ${needed} needed`,
      );
    }
    const outOfScope = /^(1|true|yes)$/i.test((fields[oos] ?? "").trim());
    if (answered.trim() === "" && !outOfScope) {
      throw new Error(`${path}, line ${number}: the category is empty`);
    }
    return { text: asked, category: answered.trim(), outOfScope };
  });
}

function readLines(path: string, text: string): Line[] {
  try {
    return parseCsv(text);
  } catch (error) {
    throw new Error(`${path}, ${error instanceof Error ? error.message : error}`, { cause: error });
  }
}
