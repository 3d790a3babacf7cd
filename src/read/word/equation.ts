import { canBe, lowered, raised } from '../../words/scripts.js';
import { circled, fraction, grouped } from './signs.js';

/** What a field of the kind EQ shows (ECMA-376 part 1, 17.16.5.14 has the field, Word’s help what it is made of). */
export interface Equation {
  readonly text: string;
  /** What stands over the text to say how it is read. */
  readonly ruby: string;
}

/** A part of an instruction: text, or a switch with its options and arguments. */
type SwitchPart =
  | string
  | { readonly name: string; readonly options: string; readonly args: readonly SwitchPart[][] };

/** Marks that a character is set into: 带圈字符. */
const CIRCLE = /^(?:[○〇◯]|\u20dd)$/;

/** \o\ac( or \s\up 9(: a switch and its options. */
const SWITCH =
  /^\\([abdfilorsx])((?:\s{0,9}\\(?:[blr]c\s{0,9}\\.|(?![blr]c)[a-z]{2}(?:\s{0,9}\d{1,9})?))*)\s{0,9}\(/i;

/** How deep an instruction may be nested: none that a person made is deeper. */
const DEEPEST_SWITCH = 20;

/**
 * Reads what an equation field shows as a line of text.
 *
 * @param instruction what stands behind EQ
 * @returns `undefined` where it cannot be written in a line
 */
export function equation(instruction: string): Equation | undefined {
  const parts = partsOf(instruction.replace(/\\\*\s*(?:"[^"]*"|\S+)/g, '').trim());
  if (!parts) return undefined;
  let ruby = '';
  const texts = parts.map((part) => {
    const over = typeof part !== 'string' && part.name === 'o' ? rubyIn(part.args) : undefined;
    if (!over) return textOf(part);
    ruby += over.ruby;
    return over.text;
  });
  return texts.some((text) => text === undefined) ? undefined : { text: texts.join(''), ruby };
}

/** \o(\s\up 9(pīng),砯): a character and how it is read. */
function rubyIn(args: readonly SwitchPart[][]): Equation | undefined {
  const isOver = (arg: readonly SwitchPart[]) =>
    arg.length === 1 && typeof arg[0] === 'object' && arg[0].name === 's' && /up/.test(arg[0].options);
  const [over, base] = args;
  if (args.length !== 2 || !over || !base || !isOver(over)) return undefined;
  const script = over[0] as Exclude<SwitchPart, string>;
  const [ruby, text] = [lineOf(script.args[0] ?? []), lineOf(base)];
  return ruby === undefined || text === undefined ? undefined : { text, ruby };
}

function lineOf(parts: readonly SwitchPart[]): string | undefined {
  const texts = parts.map(textOf);
  return texts.some((text) => text === undefined) ? undefined : texts.join('');
}

function textOf(part: SwitchPart): string | undefined {
  if (typeof part === 'string') return part;
  const args = part.args.map(lineOf);
  if (args.some((arg) => arg === undefined)) return undefined;
  const [first = '', second = ''] = args as string[];
  switch (part.name) {
    case 'f':
      return args.length === 2 ? fraction(first, second) : undefined;
    case 'r':
      return args.length === 1
        ? `√${grouped(first)}`
        : `${canBe('raised', first) ? raised(first) : `${first} `}√${grouped(second)}`;
    case 'o':
      if (args.length !== 2) return args.length === 1 ? first : undefined;
      if (CIRCLE.test(first.trim())) return circled(second.trim());
      return CIRCLE.test(second.trim()) ? circled(first.trim()) : undefined;
    case 's': {
      if (args.length !== 1) return undefined;
      if (/do/.test(part.options)) return canBe('lowered', first) ? lowered(first) : undefined;
      return canBe('raised', first) ? raised(first) : undefined;
    }
    case 'x':
      return args.length === 1 ? first : undefined;
    case 'b':
      return args.length === 1 && part.options === '' ? `(${first})` : undefined;
    case 'l':
      return args.join(',');
    case 'd':
      return args.join('');
    default:
      return undefined;
  }
}

/** \f(1,2) … \o\ac(○,1): switches, their options, and in brackets their arguments, parted by commas. */
function partsOf(text: string): SwitchPart[] | undefined {
  let at = 0;
  const read = (inside: boolean, depth: number): SwitchPart[][] | undefined => {
    const args: SwitchPart[][] = [[]];
    const put = (part: SwitchPart) => {
      const arg = args.at(-1) as SwitchPart[];
      const last = arg.at(-1);
      if (typeof part === 'string' && typeof last === 'string') arg[arg.length - 1] = last + part;
      else arg.push(part);
    };
    let brackets = 0;
    for (; at < text.length; at++) {
      const char = text[at] as string;
      if (char === '\\') {
        const found = SWITCH.exec(text.slice(at));
        if (found) {
          if (depth >= DEEPEST_SWITCH) return undefined;
          at += found[0].length;
          const inner = read(true, depth + 1);
          if (!inner) return undefined;
          put({ name: (found[1] as string).toLowerCase(), options: (found[2] ?? '').trim(), args: inner });
        } else if (/^\\[,;()\\]/.test(text.slice(at, at + 2))) {
          at++;
          put(text[at] as string);
        } else return undefined;
      } else if (inside && brackets === 0 && (char === ',' || char === ';')) args.push([]);
      else if (inside && brackets === 0 && char === ')') return args;
      else {
        if (char === '(') brackets++;
        else if (char === ')') brackets--;
        put(char);
      }
    }
    return inside ? undefined : args;
  };
  return read(false, 0)?.[0];
}
