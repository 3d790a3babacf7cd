// Shows what the address says, and searches: in the page of a notice, and wherever else there are tasks to look at.
import { type ComponentChildren, render } from 'preact';
import type { PageData } from '../../../model/page.js';
import { addressOf, type Filter, NO_FILTER, readAddress, VIEWS } from '../address.js';
import { searcherFor } from './search.js';
import { Nothing, TasksView } from './tasks.js';
import { type Answering, UnitView } from './unit.js';

/** How many rows are drawn at first, and how many more at a time. */
const PAGE = 50;

const element = <E extends HTMLElement>(id: string) => document.getElementById(id) as E;

/** What is looked at, and where it is shown. */
interface Viewed {
  readonly data: PageData;
  /** Views besides those of a notice; the first of all is where one begins. */
  readonly own?: readonly string[];
  /** What stands above a unit's tasks. */
  readonly above?: (unit: string) => ComponentChildren;
  /** What stands at something that is asked of a unit: a group, or a task by its id. */
  readonly answering?: Answering;
  /** What is shown where an address leads to nothing; without it, that there is no such task or unit. */
  readonly nothing?: (name: string) => ComponentChildren;
}

/**
 * Begins to show tasks; what is shown follows the address from then on.
 *
 * @returns what shows something else instead, or the same again
 */
export function view(first: Viewed): (other?: Viewed) => void {
  let { data, own = [], above, answering, nothing } = first;
  let search = searcherFor(data);
  let units = new Map(data.units.map((unit) => [unit.name, unit]));
  const views = [...own, ...Object.values(VIEWS)].map(element);
  const list = element(VIEWS.tasks);
  const box = element<HTMLInputElement>('search');

  let most = PAGE;
  /** The view that is shown, so that only a change of view moves the focus. */
  let shown = '';

  /** How far down each place of the history was scrolled, so that going back leads to where one was. */
  const places = new Map<number, number>();
  history.scrollRestoration = 'manual';
  addEventListener('scroll', () => {
    if (isSettled) places.set(entry(), scrollY);
  });
  let entries = 0;
  let isSettled = true;
  function entry(): number {
    const known = (history.state as { entry?: number } | null)?.entry;
    if (known !== undefined) return known;
    history.replaceState({ entry: ++entries }, '');
    return entries;
  }

  /** Draws what the address says. */
  function draw(): void {
    const { name, filter } = readAddress(location.hash);
    const wanted = name === '' ? (own[0] ?? data.home ?? VIEWS.overview) : name;
    const unit = units.get(wanted);
    const isView = wanted === VIEWS.overview || wanted === VIEWS.notice || own.includes(wanted);
    // What a view shows may have been taken away.
    if (isView && element(wanted).hasChildNodes()) show(element(wanted), wanted);
    else if (unit) drawUnit(unit.name, filter);
    else if (wanted === VIEWS.tasks && data.rows.length > 0) drawTasks(filter);
    else if (!showPlace(wanted)) drawNothing(wanted);
  }

  function drawUnit(name: string, filter: Filter): void {
    const unit = units.get(name);
    if (!unit) return;
    const narrow = (more: Partial<Filter>) => change(name, { ...filter, ...more });
    const found = search(filter, unit);
    render(
      <UnitView
        unit={unit}
        data={data}
        filter={filter}
        found={found}
        most={most}
        narrow={narrow}
        more={more}
        answering={answering}
      >
        {above?.(name)}
      </UnitView>,
      list,
    );
    show(list, name);
  }

  function drawTasks(filter: Filter): void {
    const narrow = (more: Partial<Filter>) => change(VIEWS.tasks, { ...filter, ...more });
    const found = search(filter);
    render(
      <TasksView data={data} filter={filter} found={found} most={most} narrow={narrow} more={more} />,
      list,
    );
    if (document.activeElement !== box) box.value = filter.q;
    show(list, VIEWS.tasks);
  }

  function drawNothing(name: string): void {
    render(nothing?.(name) ?? <Nothing name={name} />, list);
    show(list, name);
  }

  /** Shows a task or a measure in the notice, if there is one. */
  function showPlace(id: string): boolean {
    const place = document.getElementById(id);
    const view = element(VIEWS.notice);
    if (!place || place === view || !view.contains(place)) return false;
    show(view, '', place);
    return true;
  }

  function show(view: HTMLElement, name: string, place?: HTMLElement): void {
    for (const each of views) each.hidden = each !== view;
    for (const each of document.querySelectorAll('nav a')) {
      if (each.getAttribute('href') === addressOf(view.id)) each.setAttribute('aria-current', 'page');
      else each.removeAttribute('aria-current');
    }
    const heading = view.querySelector('h1');
    document.title = [name === VIEWS.overview ? '' : heading?.textContent, data.title]
      .filter((text, i, all) => text && all.indexOf(text) === i)
      .join(' - ');
    for (const each of document.querySelectorAll('.target')) each.classList.remove('target');
    if (place) {
      const target = place.closest<HTMLElement>('.measure, tr') ?? place;
      target.classList.add('target');
      place.scrollIntoView({ block: 'center' });
      target.focus({ preventScroll: true });
    } else if (shown !== name && document.activeElement !== box) {
      if (shown !== '') heading?.focus({ preventScroll: true });
      scrollTo(0, places.get(entry()) ?? 0);
    }
    shown = name;
  }

  /** Goes to the same view narrowed to something else; going back leads to another view, not to every letter. */
  function change(name: string, filter: Filter): void {
    most = PAGE;
    history.replaceState(history.state, '', addressOf(name, filter));
    draw();
  }

  function more(): void {
    most += PAGE;
    draw();
  }

  // Until the other view stands, it is the browser that scrolls.
  addEventListener('popstate', () => {
    isSettled = false;
  });
  addEventListener('hashchange', () => {
    most = PAGE;
    draw();
    setTimeout(() => {
      isSettled = true;
    }, 100);
  });

  box.addEventListener('input', () => {
    const { name, filter } = readAddress(location.hash);
    const here = name === VIEWS.tasks;
    if (here) change(VIEWS.tasks, { ...filter, q: box.value });
    else location.hash = addressOf(VIEWS.tasks, { ...NO_FILTER, q: box.value });
  });

  // The address stays that of what is shown.
  document.querySelector('.skip')?.addEventListener('click', (event) => {
    event.preventDefault();
    element('main').focus();
  });

  // Paper has all of it.
  let before = most;
  addEventListener('beforeprint', () => {
    before = most;
    most = Number.POSITIVE_INFINITY;
    draw();
  });
  addEventListener('afterprint', () => {
    most = before;
    draw();
  });

  draw();
  return (other) => {
    if (other) {
      ({ data, own = [], above, answering, nothing } = other);
      search = searcherFor(data);
      units = new Map(data.units.map((unit) => [unit.name, unit]));
    }
    draw();
  };
}
