import type { PageData, PageMeasure, PageNotice, PageParagraph, PageTable } from '../../model/page.js';
import { dayWords } from '../../sheets/index.js';
import { addressOf } from './address.js';
import { Pieces, To } from './pieces.js';

/** 通知原文: as printed, with what was read in it marked; what the program adds stands apart from it. */
export function Notice({ notice, data }: { readonly notice: PageNotice; readonly data: PageData }) {
  const { masthead, number, title, addressees, letter, issuer, date, publicity } = notice;
  // No level of headings is left out where a notice has no document of its own.
  const Heading = notice.documentTitle ? 'h3' : 'h2';
  return (
    <>
      <p class="legend screen">
        <span class="unit">单位</span>点了看它的任务　<span class="figure">数值</span>　
        <span class="time">时限、频次</span>
        　表格右边一栏是程序加的，其余都是通知原文。
      </p>
      <article class="notice">
        <Lines texts={masthead} class="masthead" />
        {number && <p class="number">{number}</p>}
        {title && <h1 tabIndex={-1}>{title}</h1>}
        {addressees && <p>{addressees}：</p>}
        <Paragraphs paragraphs={letter} />
        <Lines texts={issuer} class="signed" />
        {date && <p class="signed">{dayWords(date)}</p>}
        {publicity && <p>{publicity}</p>}
        {notice.documentTitle && <h2 class="document">{notice.documentTitle}</h2>}
        <Paragraphs paragraphs={notice.preamble} />
        {notice.chapters.map(({ paragraphs: [heading, ...others], measures }) => (
          <>
            {heading && (
              <Heading>
                <Pieces pieces={heading} />
              </Heading>
            )}
            <Paragraphs paragraphs={others} />
            {measures.map((measure) => (
              <Measure measure={measure} data={data} />
            ))}
          </>
        ))}
        {notice.tables.map((table) => (
          <Table table={table} heading={Heading} />
        ))}
        {notice.appendices.map((appendix) => (
          <>
            <h2 class="appendix">
              {appendix.label}
              {appendix.title && <span>{appendix.title}</span>}
            </h2>
            <Paragraphs paragraphs={appendix.paragraphs} />
            {appendix.tables.map((table) => (
              <Table table={table} heading="h3" />
            ))}
          </>
        ))}
        {notice.otherTables.map(({ title: name, rows }) => (
          <section class="scroll" aria-label={name || '其他表'} tabIndex={0}>
            <table>
              {name && <caption>{name}</caption>}
              <tbody>
                {rows.map((cells) => (
                  <tr>
                    {cells.map((text) => (
                      <td>{text}</td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </section>
        ))}
        <Lines texts={notice.colophon} class="colophon" />
        {notice.rest.length > 0 && <Heading>没有归类的文字</Heading>}
        <Lines texts={notice.rest} class="rest" />
      </article>
    </>
  );
}

function Lines({ texts, class: name }: { readonly texts: readonly string[]; readonly class: string }) {
  return (
    <>
      {texts.map((text) => (
        <p class={name}>{text}</p>
      ))}
    </>
  );
}

function Paragraphs({ paragraphs }: { readonly paragraphs: readonly PageParagraph[] }) {
  return (
    <>
      {paragraphs.map((pieces) => (
        <p>
          <Pieces pieces={pieces} />
        </p>
      ))}
    </>
  );
}

function Measure({ measure, data }: { readonly measure: PageMeasure; readonly data: PageData }) {
  const { id, paragraphs, rows } = measure;
  return (
    <section class="measure" id={id} tabIndex={-1}>
      <Paragraphs paragraphs={paragraphs} />
      {rows.length > 0 && (
        <p class="added">
          对应任务 {rows.length} 项：
          {rows.map((place, i) => {
            const row = data.rows[place];
            if (!row) return null;
            const table = row.tableIndex === null ? '' : (data.tables[row.tableIndex] ?? '');
            return (
              <>
                {i > 0 && '、'}
                <To name={row.id} label={`${table} ${row.number} ${row.name}`}>
                  {`${row.name}（${row.number}）`}
                </To>
              </>
            );
          })}
        </p>
      )}
    </section>
  );
}

function Table({ table, heading: Heading }: { readonly table: PageTable; readonly heading: 'h2' | 'h3' }) {
  const { title, columns, rows, notes } = table;
  return (
    <>
      <Heading class="table">{title}</Heading>
      {/* Roles are said again because narrow screens show rows as blocks, which takes them away. */}
      <table role="table">
        <thead role="rowgroup">
          <tr role="row">
            {columns.map((header) => (
              <th role="columnheader" scope="col">
                {header}
              </th>
            ))}
            <th role="columnheader" scope="col" class="added">
              程序标注
            </th>
          </tr>
        </thead>
        <tbody role="rowgroup">
          {rows.map(({ id, section, cells, measures, flags }, i) => (
            <>
              {section !== '' && section !== rows[i - 1]?.section && (
                <tr role="row">
                  <td role="cell" class="section" colSpan={columns.length + 1}>
                    {section}
                  </td>
                </tr>
              )}
              <tr role="row" id={id} tabIndex={-1}>
                {columns.map((header, column) => (
                  <td role="cell" data-label={header} class={cells[column]?.length ? undefined : 'empty'}>
                    <Pieces pieces={cells[column] ?? []} />
                  </td>
                ))}
                <td role="cell" data-label="程序标注" class="added">
                  <a href={addressOf('/任务', { q: id })}>{id}</a>
                  {measures.map((measure) => (
                    <To name={measure} label={`对应正文${measure}`}>
                      {measure}
                    </To>
                  ))}
                  {flags.map((flag) => (
                    <span class="flag">{flag}</span>
                  ))}
                </td>
              </tr>
            </>
          ))}
        </tbody>
      </table>
      <Lines texts={notes} class="note" />
    </>
  );
}
