import { makeT } from "./catalogue";
import plurals from "./en/plurals.json";

export const english = makeT("en", plurals, null);
