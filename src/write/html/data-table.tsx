import type { ComponentChildren } from 'preact';

/** A chart, and behind it the table that it is drawn from. */
export function Chart({
  title,
  note,
  chart,
  headers,
  rows,
}: {
  readonly title: string;
  readonly note?: ComponentChildren;
  readonly chart: ComponentChildren;
  readonly headers: readonly string[];
  readonly rows: readonly (readonly ComponentChildren[])[];
}) {
  return (
    <section>
      <h2>{title}</h2>
      {note && <p class="note">{note}</p>}
      {/* Drawn by Plot into a document, which escapes what it holds. */}
      {chart &&
        (typeof chart === 'string' ? (
          <div class="chart" dangerouslySetInnerHTML={{ __html: chart }} />
        ) : (
          <div class="chart">{chart}</div>
        ))}
      <details>
        <summary>{title}：数字</summary>
        <DataTable headers={headers} rows={rows} label={title} />
      </details>
    </section>
  );
}

export function DataTable({
  headers,
  rows,
  label,
}: {
  readonly headers: readonly string[];
  readonly rows: readonly (readonly ComponentChildren[])[];
  readonly label: string;
}) {
  return (
    <section class="scroll" aria-label={label} tabIndex={0}>
      <table>
        <thead>
          <tr>
            {headers.map((header) => (
              <th scope="col">{header}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((cells) => (
            <tr>
              {cells.map((cell) => (
                <td class={typeof cell === 'number' ? 'count' : undefined}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
