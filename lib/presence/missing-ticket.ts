import { AppError } from "../platform/errors";

/** Runs what writes a row of a ticket. @throws `not_found` when there is no such ticket */
export function ofTicket<T>(work: Promise<T>): Promise<T> {
  return work.catch((error: unknown) => {
    throw isMissingReference(error)
      ? new AppError("not_found", "There is no such ticket.", { cause: error })
      : error;
  });
}

/** Postgres: a foreign key names a row that is not there; the person of the session is. */
function isMissingReference(error: unknown): boolean {
  const cause = error instanceof Error ? error.cause : undefined;
  return [error, cause].some((at) => at instanceof Error && "code" in at && at.code === "23503");
}
