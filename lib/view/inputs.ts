import { z } from "zod";
import { ViewFilter, ViewSort } from "./model";

const name = z.string().trim().min(1, "must not be empty").max(80, "at most 80 characters");
export const ViewRef = z.object({ viewId: z.string().max(60) });
export type ViewRef = z.output<typeof ViewRef>;

/** A new view without `viewId`; fields that are left out of a change stay as they are. */
export const NewViewInput = z.object({
  name,
  shared: z.boolean().default(false),
  filter: ViewFilter,
  sort: ViewSort.default("newest"),
});
export type NewViewInput = z.output<typeof NewViewInput>;

export const ViewChange = ViewRef.extend({
  name: name.optional(),
  shared: z.boolean().optional(),
  filter: ViewFilter.optional(),
  sort: ViewSort.optional(),
});
export type ViewChange = z.output<typeof ViewChange>;

/** What `removeView` gave back: brings the view back under the same id. */
export const RemovedView = NewViewInput.extend({
  viewId: z.string().max(60),
  ownerId: z.uuid(),
  position: z.number().int().min(0).max(1_000_000),
});
export type RemovedView = z.output<typeof RemovedView>;
