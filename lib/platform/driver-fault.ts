/**
 * True for one known fault of the database driver: it writes the rollback of a transaction to a
 * connection that a restart of the server has closed, out of reach of any `await`. The transaction
 * itself has been rejected by then, so that a process may go on. Source: porsager/postgres#1208.
 */
export const isLostRollback = (error: unknown): boolean =>
  error instanceof TypeError &&
  /nextWrite .*postgres\/(?:src|cjs\/src)\/connection/.test(error.stack ?? "");
