// Addresses within the page: #某单位 is a unit's page, #T1234567 and #一（二） are places in the notice, and what
// begins with a slash, which no name does, is a view. What is filtered by stands behind a question mark.

export const VIEWS = { overview: '/总览', tasks: '/任务', notice: '/通知' } as const;

/** What a list of tasks is narrowed to; each is empty where it does not matter. */
export interface Filter {
  readonly q: string;
  readonly role: string;
  readonly degree: string;
  /** A table's place in `PageData.tables`, or `body`. */
  readonly table: string;
  /** A kind of deliverable. */
  readonly kind: string;
  /** A township that the goal names. */
  readonly place: string;
  /** How far it is. */
  readonly state: string;
  readonly lead: string;
  readonly responsible: string;
}

export const NO_FILTER: Filter = {
  q: '',
  role: '',
  degree: '',
  table: '',
  kind: '',
  place: '',
  state: '',
  lead: '',
  responsible: '',
};

/** The address of a unit, a task, a measure or a view, narrowed to something or not. */
export function addressOf(name: string, filter: Partial<Filter> = {}): string {
  const wanted = Object.entries(filter).filter(([, value]) => value !== '');
  const query = wanted.map(([key, value]) => `${key}=${encoded(value)}`).join('&');
  return `#${encoded(name)}${query === '' ? '' : `?${query}`}`;
}

/** What parts an address, and blanks; Chinese stays readable. */
function encoded(text: string): string {
  return text.replace(/[%?&=#\s]/g, encodeURIComponent);
}

/** Reads an address. Total: what is no address of the page is a name that nothing has. */
export function readAddress(address: string): { readonly name: string; readonly filter: Filter } {
  const [path = '', query = ''] = address.replace(/^#/, '').split(/\?(.*)/s);
  const said = new Map(
    query.split('&').map((pair) => {
      const [key = '', value = ''] = pair.split(/=(.*)/s);
      return [key, decoded(value)];
    }),
  );
  const filter = Object.keys(NO_FILTER).map((key) => [key, said.get(key) ?? '']);
  return { name: decoded(path), filter: Object.fromEntries(filter) as unknown as Filter };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
