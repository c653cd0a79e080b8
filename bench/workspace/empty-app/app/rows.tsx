"use client";

type Row = { id: string; customer: string; subject: string; snippet: string; at: string };

export function Rows({ rows }: { rows: Row[] }) {
  return (
    <ul>
      {rows.map((row) => (
        <li key={row.id}>
          <a href={`/${row.id}`}>
            <span>{row.customer}</span>
            <time dateTime={row.at}>{row.at}</time>
            <span>{row.subject}</span>
            <span>{row.snippet}</span>
          </a>
        </li>
      ))}
    </ul>
  );
}
