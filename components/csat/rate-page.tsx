import type { RatingLink, RatingView } from "@/lib/csat/model";
import { RateForm } from "./rate-form";
import { type RateWords, rateWords, refusalWords } from "./rate-words";

type Page =
  | { state: "unknown" }
  | {
      state: "open" | "ended";
      desk: string;
      ticketNumber: number;
      language: string | null;
      rating: RatingView | null;
    };

type Props = {
  page: Page;
  /** The browser's language: all that is known of whoever has a link that opens nothing. */
  locale: string;
  link: RatingLink;
  proposed: number | null;
  /** The form has just been stored. */
  saved: boolean;
  /** Code of why it was not. */
  refused: string | null;
};

/** What a customer sees behind the link in a reply. */
export function RatePage({ page, locale, link, proposed, saved, refused }: Props) {
  if (page.state === "unknown") return <Unknown words={rateWords(locale)} />;
  const words = rateWords(page.language);
  const { rating } = page;
  return (
    <div lang={words.language} className="flex flex-col gap-3">
      <h1 className="text-soft">
        {page.desk} · #{page.ticketNumber}
      </h1>
      {saved && rating ? (
        <p role="status" className="font-medium text-auto">
          {words.saved}
        </p>
      ) : null}
      {refused ? (
        <p role="alert" className="text-held">
          {refusalWords(words, refused)}
        </p>
      ) : null}
      {page.state === "open" ? (
        <RateForm words={words} link={link} rating={rating} proposed={proposed} />
      ) : (
        <Ended words={words} rating={rating} />
      )}
    </div>
  );
}

function Ended({ words, rating }: { words: RateWords; rating: RatingView | null }) {
  return (
    <>
      <p>{words.ended}</p>
      {rating ? (
        <p>
          {words.yours}: {rating.score} · {words.scores[rating.score - 1]}
        </p>
      ) : null}
    </>
  );
}

function Unknown({ words }: { words: RateWords }) {
  return (
    <>
      <h1 className="mb-1 font-semibold text-lg">{words.unknown}</h1>
      <p className="text-soft">{words.unknownMore}</p>
    </>
  );
}
