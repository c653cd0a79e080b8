import { Button } from "@/components/ui/button";
import { Label } from "@/components/ui/label";
import { Textarea } from "@/components/ui/textarea";
import { COMMENT_MAX, type RatingLink, type RatingView, SCORES } from "@/lib/csat/model";
import type { RateWords } from "./rate-words";

type Props = {
  words: RateWords;
  link: RatingLink;
  /** What is stored. */
  rating: RatingView | null;
  /** What the link proposes: chosen, and not stored before the customer sends it. */
  proposed: number | null;
};

/** A plain form: it works without JavaScript, and mail scanners that open links store nothing. */
export function RateForm({ words, link, rating, proposed }: Props) {
  const chosen = proposed ?? rating?.score ?? null;
  return (
    <form method="post" action="/api/ratings" className="flex flex-col gap-4">
      {Object.entries(link).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <fieldset>
        <legend className="mb-2 font-semibold text-lg">{words.question}</legend>
        <div className="flex flex-col gap-1.5">
          {SCORES.map((score) => (
            <label
              key={score}
              className="flex min-h-9 cursor-pointer items-center gap-2.5 rounded-lg border px-3 has-checked:border-accent has-checked:bg-accent-bg pointer-coarse:min-h-11"
            >
              <input
                type="radio"
                name="score"
                value={score}
                required
                defaultChecked={score === chosen}
              />
              <span className="tabular-nums">{score}</span>
              <span>{words.scores[score - 1]}</span>
            </label>
          ))}
        </div>
      </fieldset>
      <div className="flex flex-col gap-1">
        <Label htmlFor="comment">{words.comment}</Label>
        <Textarea
          id="comment"
          name="comment"
          maxLength={COMMENT_MAX}
          defaultValue={rating?.comment}
        />
      </div>
      <div>
        <Button type="submit" kind="primary" size="lg">
          {rating ? words.change : words.send}
        </Button>
      </div>
      <p className="text-faint text-xs">{words.until}</p>
    </form>
  );
}
