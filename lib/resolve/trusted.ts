import type { Calibration } from "../predictor";

/** What experience says of the desk's own word, as of one moment. */
export type Trust = {
  calibration: Calibration;
  /** The state of what was learned that says so. */
  version: string;
  /** The program got worse when it was updated, and nobody has accepted that. */
  codeHeld: boolean;
};
