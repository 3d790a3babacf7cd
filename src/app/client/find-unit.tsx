import { useState } from 'preact/hooks';
import type { PageData, PageUnit } from '../../model/page.js';
import { addressOf } from '../../write/html/address.js';
import { mayBePinyin, readsAs } from '../../write/html/client/pinyin.js';
import { To } from '../../write/html/pieces.js';

/** 找本单位, by its name, another of its names, or pinyin. */
export function FindUnit({ data }: { readonly data: PageData }) {
  const [typed, setTyped] = useState('');
  const word = typed.normalize('NFKC').toLowerCase().replace(/[\s']/g, '');
  const goesBy = (name: string) =>
    name.toLowerCase().includes(word) || (mayBePinyin(word) && readsAs(name, word, data.pinyin));
  const found = data.units.filter(
    ({ name, names, hosts }) => word === '' || [name, ...names, ...hosts].some(goesBy),
  );
  const units = found.filter(({ kind }) => kind === 'unit');
  const groups = found.filter(({ kind }) => kind === 'group');
  const near = found.length === 0 ? nearest(word, data.units) : [];
  const [only] = found;
  return (
    <form
      class="find-unit"
      onSubmit={(event) => {
        event.preventDefault();
        if (only && found.length === 1) location.assign(addressOf(only.name));
      }}
    >
      <label>
        找单位（名称、简称，或拼音首字母）
        <input
          type="search"
          value={typed}
          autocomplete="off"
          spellcheck={false}
          onInput={(event) => setTyped(event.currentTarget.value)}
        />
      </label>
      <p role="status" class="note">
        {found.length === 0
          ? `没有找到。${near.length > 0 ? '最像的是：' : '换个说法试试。'}`
          : `单位 ${units.length} 个${groups.length > 0 ? `，集体称谓 ${groups.length} 个` : ''}。点名称看任务、下载清单。`}
      </p>
      {found.length === 0 && <Directory units={near} />}
      {units.length > MANY && (
        <button
          type="button"
          class="past"
          onClick={() => document.getElementById('all-sheets')?.focus()}
        >{`跳过这 ${units.length} 个单位`}</button>
      )}
      <Directory units={units} />
      {groups.length > 0 && (
        <details open={word !== ''}>
          <summary>集体称谓（{groups.length} 个）</summary>
          <Directory units={groups} />
        </details>
      )}
    </form>
  );
}

/** So many links are a way to go. */
const MANY = 12;

/** Units whose names share most of their characters with what was typed. */
function nearest(word: string, units: readonly PageUnit[]): PageUnit[] {
  const shareOf = (name: string) => {
    const shared = [...word].filter((each) => name.includes(each)).length;
    return shared / Math.max(word.length, name.length);
  };
  return units
    .map((unit) => ({ unit, share: Math.max(...[unit.name, ...unit.names].map(shareOf)) }))
    .filter(({ share }) => share >= 0.5)
    .sort((a, b) => b.share - a.share)
    .slice(0, 3)
    .map(({ unit }) => unit);
}

function Directory({ units }: { readonly units: readonly PageUnit[] }) {
  return (
    <ul class="directory">
      {units.map(({ name }) => (
        <li key={name}>
          <To name={name} />
        </li>
      ))}
    </ul>
  );
}
