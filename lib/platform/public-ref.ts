import { z } from "zod";
import { fromPublicId } from "./ids";

/** An id from inside (uuid) or outside (`t_…`); gives the uuid. */
export const publicRef = (prefix: string) =>
  z
    .string()
    .max(60)
    .transform((id, check) => {
      const uuid = z.uuid().safeParse(id).data ?? fromPublicId(prefix, id);
      if (uuid) return uuid;
      check.addIssue({ code: "custom", message: "is no such id" });
      return z.NEVER;
    });
