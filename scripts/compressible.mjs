/** Types whose answers are sent whole; a stream would be held back until its packer is full. */
const WHOLE = ["application/json", "application/problem+json"];

/**
 * Next hands on the headers of API routes as lists of one, and its packer takes only plain words
 * for a type: without this every JSON answer would leave unpacked.
 */
export function letJsonBePacked(response) {
  const { setHeader } = response;
  response.setHeader = (name, value) => {
    const [type] = Array.isArray(value) && value.length === 1 ? value : [];
    const whole = typeof type === "string" && WHOLE.includes(type.split(";")[0]);
    return setHeader.call(
      response,
      name,
      whole && name.toLowerCase() === "content-type" ? type : value,
    );
  };
}
