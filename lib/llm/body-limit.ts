/** Of one answer with all that a protocol adds, bytes: a hundred times what a reply needs. */
export const MOST_BYTES = 2_000_000;

/** More came than any answer is long: the rest is not read. */
export class TooMuchError extends Error {
  override name = "TooMuchError";
}

/** The same response, which breaks off with `TooMuchError` where it would be endless. */
export function bounded(response: Response, most = MOST_BYTES): Response {
  if (!response.body) return response;
  let bytes = 0;
  const counted = response.body.pipeThrough(
    new TransformStream<Uint8Array, Uint8Array>({
      transform(chunk, controller) {
        bytes += chunk.byteLength;
        if (bytes > most) controller.error(new TooMuchError(`more than ${most} bytes`));
        else controller.enqueue(chunk);
      },
    }),
  );
  const { status, statusText, headers } = response;
  return new Response(counted, { status, statusText, headers });
}
