import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import ts from "typescript";

/** A key that is said by `t`, and which forms of it there must be. */
export type Said = { key: string; counted: boolean; place: string };

/** Attributes that people read or hear. */
const SPOKEN = new Set(["title", "aria-label", "placeholder", "label", "alt", "aria-description"]);
/** Names of things that are the same in every language. */
const SAME = new Set([
  "Deskhand",
  "Enter",
  "Esc",
  "Ctrl",
  "Alt",
  "Shift",
  "Tab",
  "URL",
  "ID",
  "CSV",
]);
const LETTERS = /\p{L}{2,}/u;

/** Sources of the interface, without tests. */
export function sources(...folders: string[]): ts.SourceFile[] {
  return folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: "utf8" })
      .filter((name) => /\.tsx?$/.test(name) && !/\.test\.tsx?$/.test(name))
      .map((name) => path.join(folder, name))
      .map((file) =>
        ts.createSourceFile(file, readFileSync(file, "utf8"), ts.ScriptTarget.Latest, true),
      ),
  );
}

/** Every key that a file gives to `t` (`say` in a model) or `rich`, or marks with `says`. */
export function saidIn(file: ts.SourceFile): Said[] {
  const found: Said[] = [];
  const add = (node: ts.Node, values?: ts.Node) => {
    for (const text of textsOf(node)) {
      const context = contextOf(values);
      const key = context === null ? text.text : `${text.text}_${context}`;
      found.push({ key, counted: countedBy(values), place: placeOf(file, text) });
    }
  };
  each(file, (node) => {
    if (!ts.isCallExpression(node)) return;
    const [first, second, third] = node.arguments;
    const name = node.expression.getText(file);
    if ((name === "t" || name === "say") && first) add(first, second);
    if (name === "rich" && second) add(second, third);
    if (name === "says" && first) {
      each(first, (inner) => {
        if (ts.isStringLiteralLike(inner) && !isName(inner) && isWords(inner.text)) add(inner);
      });
    }
  });
  return found;
}

/** Words that models hold: what they `say`, and every text of a constant whose name ends with `_WORDS`. */
export function wordsOfModels(file: ts.SourceFile): Said[] {
  const found: Said[] = [];
  found.push(...saidIn(file));
  each(file, (node) => {
    if (!ts.isVariableDeclaration(node) || !node.name.getText(file).endsWith("_WORDS")) return;
    each(node, (inner) => {
      if (!ts.isStringLiteral(inner) || isName(inner) || ts.isLiteralTypeNode(inner.parent)) return;
      found.push({ key: inner.text, counted: false, place: placeOf(file, inner) });
    });
  });
  return found;
}

/** Texts that people would see in English whatever their language. */
export function unsaidIn(file: ts.SourceFile): string[] {
  const found: string[] = [];
  const complain = (node: ts.Node, text: string) => {
    const words = text.replace(/\s+/g, " ").trim();
    if (LETTERS.test(words) && !SAME.has(words) && !words.startsWith("https://"))
      found.push(`${placeOf(file, node)} ${words}`);
  };
  each(file, (node) => {
    if (ts.isJsxText(node)) complain(node, node.text);
    if (ts.isJsxAttribute(node) && SPOKEN.has(node.name.getText(file)) && node.initializer) {
      for (const text of literalsOf(node.initializer)) complain(node, text);
    }
    if (ts.isJsxExpression(node) && node.expression && !ts.isJsxAttribute(node.parent)) {
      for (const text of literalsOf(node.expression)) complain(node, text);
    }
    if (ts.isCallExpression(node) && /^toast(\.\w+)?$/.test(node.expression.getText(file))) {
      for (const text of node.arguments.flatMap(literalsOf)) complain(node, text);
    }
  });
  return found;
}

/** The literals that an expression may be: itself, or either side of a choice. */
function literalsOf(node: ts.Node): string[] {
  if (ts.isTemplateExpression(node)) {
    return [[node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)].join(" ")];
  }
  if (ts.isJsxExpression(node)) return node.expression ? literalsOf(node.expression) : [];
  return textsOf(node).map(({ text }) => text);
}

function textsOf(node: ts.Node): ts.StringLiteralLike[] {
  if (ts.isStringLiteralLike(node)) return [node];
  if (ts.isParenthesizedExpression(node)) return textsOf(node.expression);
  if (ts.isConditionalExpression(node)) {
    return [...textsOf(node.whenTrue), ...textsOf(node.whenFalse)];
  }
  if (ts.isBinaryExpression(node) && node.operatorToken.kind !== ts.SyntaxKind.PlusToken) {
    const isChoice = /^(\?\?|\|\||&&)$/.test(node.operatorToken.getText());
    return isChoice ? [...textsOf(node.left), ...textsOf(node.right)] : [];
  }
  return [];
}

/** Not a key of the keyboard, like `o` or `mod+z`. */
const isWords = (text: string) => LETTERS.test(text) && !/^[a-z]+\+/.test(text);

const placeOf = (file: ts.SourceFile, node: ts.Node) =>
  `${file.fileName}:${file.getLineAndCharacterOfPosition(node.getStart(file)).line + 1}`;

const isName = (node: ts.Node) => ts.isPropertyAssignment(node.parent) && node.parent.name === node;

const countedBy = (values?: ts.Node) => propertyOf(values, "count") !== undefined;

function contextOf(values?: ts.Node): string | null {
  const property = propertyOf(values, "context");
  const value = property && ts.isPropertyAssignment(property) ? property.initializer : undefined;
  return value && ts.isStringLiteral(value) ? value.text : null;
}

const propertyOf = (values: ts.Node | undefined, name: string) =>
  values && ts.isObjectLiteralExpression(values)
    ? values.properties.find((property) => property.name?.getText() === name)
    : undefined;

function each(node: ts.Node, visit: (node: ts.Node) => void): void {
  visit(node);
  ts.forEachChild(node, (child) => each(child, visit));
}
