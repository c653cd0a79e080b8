import { join } from "node:path";
import { z } from "zod";
import { readText } from "./csv";

const id = z.union([z.string(), z.number()]).transform(String).pipe(z.string().min(1).max(200));

const ArticleLine = z.object({
  id,
  title: z
    .string()
    .nullish()
    .transform((title) => title ?? ""),
  body: z
    .string()
    .nullish()
    .transform((body) => body ?? ""),
});
export type ArticleLine = z.output<typeof ArticleLine>;

const QuestionLine = z.object({ text: z.string(), article_id: id });
export type QuestionLine = z.output<typeof QuestionLine>;

interface Faq {
  articles: ArticleLine[];
  questions: QuestionLine[];
}

/**
 * Articles and the questions that they answer.
 *
 * @throws {Error} naming file and line
 */
export function readFaq(folder: string): Faq {
  const articles = readLines(folder, "articles.jsonl", ArticleLine).map(({ value }) => value);
  const known = new Set(articles.map((article) => article.id));
  const questions = readLines(folder, "questions.jsonl", QuestionLine).map(({ value, place }) => {
    if (!known.has(value.article_id)) {
      throw new Error(`${place}: there is no article ${value.article_id}`);
    }
    return value;
  });
  return { articles, questions };
}

function readLines<T>(
  folder: string,
  file: string,
  shape: z.ZodType<T>,
): { value: T; place: string }[] {
  const path = join(folder, file);
  const found: { value: T; place: string }[] = [];
  readText(folder, file)
    .split(/\r\n|\n|\r/)
    .forEach((line, i) => {
      if (line.trim() === "") return;
      const place = `${path}, line ${i + 1}`;
      const parsed = shape.safeParse(jsonOf(line, place));
      if (!parsed.success) {
        const issues = parsed.error.issues.map(
          ({ path: at, message }) => `${at.join(".")}: ${message}`,
        );
        throw new Error(`${place}: ${issues.join("; ")}`);
      }
      found.push({ value: parsed.data, place });
    });
  if (found.length === 0) throw new Error(`${path} has no lines`);
  return found;
}

function jsonOf(line: string, place: string): unknown {
  try {
    return JSON.parse(line);
  } catch (error) {
    throw new Error(`${place}: this is no JSON`, { cause: error });
  }
}
