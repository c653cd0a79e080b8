import { useT } from "@/components/i18n/context";
import { cut2, intentWords, type TicketView } from "@/lib/inbox/model";
import { CategorySelect, IntentSelect } from "./label-selects";
import { LabelWhy } from "./label-why";
import { Fact } from "./panel-parts";

/** What the ticket is about, each label with where it came from. */
export function LabelFacts({ ticket }: { ticket: TicketView }) {
  const t = useT();
  const { category, intent } = ticket.labels;
  return (
    <>
      <Fact name={t("Category")} control>
        <span className="flex items-center justify-between">
          <CategorySelect quiet ticket={ticket} />
          <LabelWhy of="category" because={category.because} />
        </span>
      </Fact>
      <Fact name={t("Intent")} control>
        <span className="flex items-center justify-between">
          <IntentSelect quiet ticket={ticket} />
          <LabelWhy of="intent" because={intent.because} />
        </span>
      </Fact>
      {ticket.intents.length > 1 ? (
        <Fact name={t("All intents")}>
          {ticket.intents
            .map(({ intent: slug, score }) => `${intentWords(slug)} ${cut2(score)}`)
            .join(", ")}
        </Fact>
      ) : null}
    </>
  );
}
