import { tokensOf } from "./tokens";

type Usage = { inputTokens: number | undefined; outputTokens: number | undefined };

/** Tokens of all tries of one call: as the provider counts them, or guessed where it says nothing. */
export type Meter = {
  inputTokens: number;
  outputTokens: number;
  /** A step that ended, with what the provider says that it used. */
  step(usage: Usage, text: string): void;
  /**
   * A step that broke off after the provider had taken the request in.
   *
   * @param most of its output, where nobody saw how far it came, tokens
   */
  broken(text: string, most?: number): void;
};

/** @param input what each step sends at least, tokens */
export function makeMeter(input: number): Meter {
  return {
    inputTokens: 0,
    outputTokens: 0,
    step(usage, text) {
      this.inputTokens += usage.inputTokens ?? input;
      this.outputTokens += usage.outputTokens ?? tokensOf(text);
    },
    broken(text, most = tokensOf(text)) {
      this.inputTokens += input;
      this.outputTokens += most;
    },
  };
}
