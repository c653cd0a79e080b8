type Props = {
  summary: string;
  head: readonly string[];
  /** The first cell names its row, and is its key. */
  rows: readonly (readonly string[])[];
};

/** The numbers of a chart, for those who want them exactly or don't see it. */
export function NumbersTable({ summary, head, rows }: Props) {
  return (
    <details className="mt-2 text-soft">
      <summary className="cursor-pointer">{summary}</summary>
      <table className="mt-1 w-full max-w-xl text-left">
        <thead>
          <tr>
            {head.map((words) => (
              <th key={words} scope="col" className="py-0.5 font-medium">
                {words}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="tabular-nums">
          {rows.map(([name = "", ...cells]) => (
            <tr key={name}>
              <th scope="row" className="py-0.5 font-normal">
                {name}
              </th>
              {cells.map((cell, at) => (
                <td key={head[at + 1]}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
