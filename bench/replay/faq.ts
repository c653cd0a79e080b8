import { Engine, normaliseText, splitWords } from "../../lib/predictor";
import { AUTO_AT, type Prediction, REVIEW_AT } from "../../lib/predictor/model";
import { FullText } from "./baseline";
import { readFaq } from "./faq-files";
import { sends } from "./figures";
import { progress } from "./progress";

export interface RankFigures {
  /** Share of questions with the right article first, and among the first five. */
  p1: number;
  sr5: number;
  /** Mean of 1 / rank, 0 beyond the tenth. */
  mrr: number;
}

interface Band {
  share: number;
  /** Absent when nothing was in the band. */
  precision?: number;
}

export interface FaqFigures {
  cold: RankFigures;
  learned: RankFigures;
  bands: { auto: Band; review: Band; low: Band };
}

interface FaqResult {
  figures: FaqFigures;
  fullText: RankFigures;
  predictMs: number[];
  updateMs: number[];
}

function ranksOf(ranks: readonly number[]): RankFigures {
  const mean = (of: (rank: number) => number) =>
    ranks.reduce((sum, rank) => sum + of(rank), 0) / Math.max(1, ranks.length);
  return {
    p1: mean((rank) => (rank === 1 ? 1 : 0)),
    sr5: mean((rank) => (rank >= 1 && rank <= 5 ? 1 : 0)),
    mrr: mean((rank) => (rank >= 1 && rank <= 10 ? 1 / rank : 0)),
  };
}

/** 1 for first; 0 when absent. */
const rankIn = (prediction: Prediction, answer: string) =>
  prediction.candidates.findIndex((candidate) => candidate.answer === answer) + 1;

/**
 * Articles go into the knowledge base, questions come as tickets in order; each is predicted, then
 * answered by a person with its article.
 */
export function playFaq(folder: string, seed: number, limit?: number): FaqResult {
  const { articles, questions: all } = readFaq(folder);
  const questions = all.slice(0, limit);
  const engine = new Engine(seed);
  const search = new FullText();
  for (const { id, title, body } of articles) {
    engine.learn({ type: "article", id: `article-${id}`, answer: id, title, body });
    search.learn(splitWords(normaliseText(`${title}\n${body}`)), id);
  }
  const cold = questions.map((q) => rankIn(engine.predict(q.text), q.article_id));
  const plain = questions.map(
    (q) => search.rank(splitWords(normaliseText(q.text))).indexOf(q.article_id) + 1,
  );
  const predictMs: number[] = [];
  const updateMs: number[] = [];
  const tell = progress("questions", questions.length);
  const asked = questions.map(({ text, article_id: answer }, i) => {
    tell(i + 1);
    const start = performance.now();
    const prediction = engine.predict(text);
    predictMs.push(performance.now() - start);
    const rank = rankIn(prediction, answer);
    const accepted = rank === 1;
    const told = performance.now();
    engine.learn({ type: "answered", id: `ticket-${i}`, text, answer, accepted, weight: 1 });
    updateMs.push(performance.now() - told);
    return { prediction, rank };
  });
  const band = (within: (p: Prediction) => boolean): Band => {
    const rows = asked.filter(({ prediction }) => within(prediction));
    const right = rows.filter(({ rank }) => rank === 1).length;
    return {
      share: rows.length / Math.max(1, asked.length),
      ...(rows.length > 0 && { precision: right / rows.length }),
    };
  };
  return {
    figures: {
      cold: ranksOf(cold),
      learned: ranksOf(asked.map(({ rank }) => rank)),
      bands: {
        auto: band(sends),
        review: band((p) => p.confidence >= REVIEW_AT && p.confidence < AUTO_AT),
        low: band((p) => p.confidence < REVIEW_AT),
      },
    },
    fullText: ranksOf(plain),
    predictMs,
    updateMs,
  };
}
