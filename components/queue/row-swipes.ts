import { carried, isFar, isSideways, mayBegin, type Way, wayOf } from "./swipe";

/** A row that is being moved aside: where it stands in its list, and what letting go would do. Pixels. */
export type Aside = { index: number; top: number; height: number; way: Way; far: boolean };

type Hooks = {
  /** There is something to do for that row on that side. */
  allowed: (index: number, way: Way) => boolean;
  /** What is to be seen beside the row; null: it is back. */
  show: (aside: Aside | null) => void;
  /** @returns when the row comes back, should it still be there; nothing: at once */
  act: (index: number, way: Way) => Promise<unknown> | undefined;
};

type Drag = {
  pointer: number;
  x: number;
  y: number;
  at: number;
  item: HTMLElement;
  row: HTMLElement;
  index: number;
  swipes: boolean;
  dx: number;
};

const SLIDE_MS = 140;

/**
 * Swipes of all rows, heard at the list. Up and down stays the browser's; so is what begins at
 * the side of the screen. @returns the end
 */
export function hearSwipes(list: HTMLElement, hooks: Hooks): () => void {
  const { down, move, up, cancel, click } = handlers(list, hooks);
  const before = list.style.touchAction;
  list.style.touchAction = "pan-y pinch-zoom";
  const ears = new AbortController();
  const { signal } = ears;
  list.addEventListener("pointerdown", down, { signal });
  list.addEventListener("pointermove", move, { signal });
  list.addEventListener("pointerup", up, { signal });
  list.addEventListener("pointercancel", cancel, { signal });
  list.addEventListener("click", click, { signal, capture: true });
  return () => {
    ears.abort();
    list.style.touchAction = before;
  };
}

function handlers(list: HTMLElement, hooks: Hooks) {
  let drag: Drag | null = null;
  let swallow = false;

  const down = (event: PointerEvent) => {
    swallow = false;
    if (drag || event.pointerType !== "touch" || !event.isPrimary) return;
    if (mayBegin(event.clientX, window.innerWidth)) drag = dragFrom(event);
  };
  const move = (event: PointerEvent) => {
    if (drag?.pointer !== event.pointerId) return;
    const dx = event.clientX - drag.x;
    if (!drag.swipes) {
      const sideways = isSideways(dx, event.clientY - drag.y);
      if (sideways === null) return;
      if (!sideways) {
        drag = null;
        return;
      }
      drag.swipes = true;
    }
    drag.dx = dx;
    const allowed = hooks.allowed(drag.index, wayOf(dx));
    drag.row.style.transform = `translateX(${carried(dx, allowed)}px)`;
    drag.row.style.background = "var(--panel)"; // what stands beneath shows only beside it
    hooks.show(allowed ? asideOf(drag, list, event.timeStamp) : null);
  };
  const up = (event: PointerEvent) => {
    if (drag?.pointer !== event.pointerId) return;
    const { index, row, dx, swipes, at, item } = drag;
    drag = null;
    if (!swipes) return;
    swallow = true; // the press that ends it opens nothing
    const way = wayOf(dx);
    const far = isFar(dx, event.timeStamp - at, item.offsetWidth);
    const done = far && hooks.allowed(index, way) ? hooks.act(index, way) : undefined;
    const back = () => slide(row, 0).then(() => hooks.show(null));
    if (!done) return void back();
    void slide(row, Math.sign(dx) * item.offsetWidth);
    void done.finally(back);
  };
  const cancel = (event: PointerEvent) => {
    if (drag?.pointer !== event.pointerId) return;
    const { row } = drag;
    drag = null;
    void slide(row, 0).then(() => hooks.show(null));
  };
  const click = (event: MouseEvent) => {
    if (!swallow) return;
    swallow = false;
    event.preventDefault();
    event.stopPropagation();
  };
  return { down, move, up, cancel, click };
}

function dragFrom(event: PointerEvent): Drag | null {
  const item = event.target instanceof Element ? event.target.closest("li") : null;
  const row = item?.firstElementChild;
  const index = Number(item?.dataset.index);
  if (!item || !(row instanceof HTMLElement) || !Number.isInteger(index)) return null;
  const { pointerId: pointer, clientX: x, clientY: y, timeStamp: at } = event;
  return { pointer, x, y, at, item, row, index, swipes: false, dx: 0 };
}

function asideOf({ index, item, dx, at }: Drag, list: HTMLElement, now: number): Aside {
  const top = item.getBoundingClientRect().top - list.getBoundingClientRect().top + list.scrollTop;
  const far = isFar(dx, now - at, item.offsetWidth);
  return { index, top, height: item.offsetHeight, way: wayOf(dx), far };
}

/** Lets a row glide to where it belongs; back in its place it is as it was. */
async function slide(row: HTMLElement, to: number): Promise<void> {
  const from = row.style.transform || "none";
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  row.style.transform = to === 0 ? "" : `translateX(${to}px)`;
  const way = { duration: still ? 0 : SLIDE_MS, easing: "ease-out" };
  const move = row.animate({ transform: [from, row.style.transform || "none"] }, way);
  await move.finished.catch(() => undefined); // the row has left the page
  if (to === 0) row.style.background = "";
}
