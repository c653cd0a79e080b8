type Props = {
  summary: string;
  head: readonly string[];
  /** The first cell names its row, and is its key. */
  rows: readonly (readonly string[])[];
  /** Shown at once: where the table is all there is. */
  open?: boolean;
};

/** The numbers of a chart, for those who want them exactly or don't see it. */
export function NumbersTable({ summary, head, rows, open = false }: Props) {
  return (
    <details className="mt-2 text-soft" open={open}>
      <summary className="w-fit cursor-pointer py-1 pointer-coarse:py-3.5">{summary}</summary>
      <div className="overflow-x-auto">
        <table className="mt-1 w-full text-left">
          <thead>
            <tr>
              {head.map((words) => (
                <th key={words} scope="col" className="py-0.5 pr-3 font-medium">
                  {words}
                </th>
              ))}
            </tr>
          </thead>
          <tbody className="tabular-nums">
            {rows.map(([name = "", ...cells]) => (
              <tr key={name}>
                <th scope="row" className="py-0.5 pr-3 font-normal whitespace-nowrap">
                  {name}
                </th>
                {cells.map((cell, at) => (
                  <td key={head[at + 1]} className="pr-3">
                    {cell}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
